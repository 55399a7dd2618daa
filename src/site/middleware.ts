import { defineMiddleware } from 'astro:middleware';
import { escaped } from '../lifecycle/words.ts';

/** What hides, or turns the reading direction of all that follows; joiners within words may stay. */
const disguises = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Shows the characters of plans that would otherwise work unseen: with one of them in a customer's
 * name, the date behind it would be read backwards.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replace(disguises, escaped), response);
});
