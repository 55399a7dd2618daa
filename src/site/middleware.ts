import { defineMiddleware } from 'astro:middleware';
import { escaped } from '../lifecycle/words.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import { keptTexts } from './kept/home.ts';
import { KeptPages } from './kept/kept-pages.ts';
import { madeBy } from './kept/made-by.ts';

/** What hides, or turns the reading direction of all that follows; joiners within words may stay. */
const disguises = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What the pages of a build are made by. While one is writing, nothing is kept: the code changes under it. */
const maker = process.env.WAYPOST_MADE_BY;
const kept = maker === undefined ? undefined : await keptPages();

/** What all pages have in common. Pages that tell what they are made from are made once for it. */
export const onRequest = defineMiddleware(async ({ url, routePattern, props }, next) => {
  const { madeFrom } = props;
  if (!kept || typeof madeFrom !== 'string') return shown(await next());
  const page = { place: url.pathname, kind: routePattern, key: madeFrom };
  return new Response(await kept.page(page, async () => (await shown(await next())).text()));
});

/**
 * Shows the characters of plans that would otherwise work unseen: with one of them in a customer's
 * name, the date behind it would be read backwards.
 */
async function shown(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replace(disguises, escaped), response);
}

async function keptPages(): Promise<KeptPages> {
  const { site } = await loadConfiguration(process.cwd(), process.env.WAYPOST_CONFIG);
  return new KeptPages(
    keptTexts('pages', () => {
      if (maker === madeBy(site)) return maker;
      throw new Error('The code was changed while it was being read.');
    }),
  );
}
