import { normalize } from 'node:path/posix';
import { staysInSite } from '../../lifecycle/site.ts';
import { meant, nearest } from '../../lifecycle/suggest.ts';
import { quote } from '../../lifecycle/words.ts';
import type { ProseModel } from '../../source/prose-model.ts';
import { text } from '../example.ts';
import type { Repair } from '../repair.ts';
import { type ProseContext, rule, type Words } from '../rule.ts';

export default rule({
  id: 'prose-broken-link',
  severity: 'error',
  title: 'The links of a plan lead somewhere',
  why: 'A plan refers to evidence and to the rules by links. One that leads nowhere is a claim that nobody can check.',
  remedy:
    'Correct the address, or put what it leads to in its place. Pages of the site are written from its root, as in `/guides/validation/`; files from the plan’s folder.',
  examples: () => ({
    bad: [
      {
        title: 'A page that does not exist',
        text: text`
          ---
          ---

          Why this matters: [late Sandboxes](«/rules/sandbox-lat/»).
        `,
        finds: ['`/rules/sandbox-lat/` is no page of the site'],
      },
      {
        title: 'A heading that does not exist',
        text: text`
          ---
          ---

          ## Open questions

          More under [open questions](«#open-question»).
        `,
        finds: ['This page has no heading `#open-question`'],
      },
      {
        title: 'A heading that another page does not have',
        text: text`
          ---
          ---

          See the [guide](«/guides/writing-plans/#commas»).
        `,
        finds: ['`/guides/writing-plans/` has no heading `#commas`'],
      },
      {
        title: 'A file outside the plan’s folder',
        text: text`
          ---
          ---

          See the [label manual](«../../labels.pdf»).
        `,
        finds: ['`../../labels.pdf` lies outside the plan’s folder, and is no page of the site'],
      },
      {
        title: 'Another kind of address',
        text: text`
          ---
          ---

          Call [the help desk](«tel:+15550100»).
        `,
        finds: ['`tel:+15550100` is an address of a kind that plans do not link to'],
      },
      {
        title: 'The address of a definition',
        text: text`
          ---
          ---

          See the [label manual][].

          [label manual]: «//quillon.example.com/labels»
        `,
        finds: ['`//quillon.example.com/labels` does not say how it is reached'],
      },
    ],
    good: [
      {
        text: text`
          ---
          ---

          ## Open questions

          Why this matters: [late Sandboxes](/rules/sandbox-late/). More under [open questions](#open-questions), in the
          [guide](/guides/validation/), on the [intranet](https://quillon.example.com) and from the
          [help desk](mailto:help@quillon.example.com).
        `,
      },
    ],
  }),
  async checkProse(prose, context, report) {
    for (const { url, range } of prose.links) {
      const fault = await faultOf(url, prose, context);
      if (!fault) continue;
      // What is written otherwise than it is read, as with escapes, is not to be written by a program.
      const { repair, ...words } = fault;
      report.at(range, prose.source(range) === url ? fault : words);
    }
  },
});

/** What is wrong with an address; undefined where nothing is, or where nobody can tell. */
async function faultOf(
  url: string,
  prose: ProseModel,
  context: ProseContext,
): Promise<Words | undefined> {
  if (url.trim() === '') {
    return {
      message: 'This link has no address',
      help: 'Write where it leads, or take the link away.',
    };
  }
  const { page, site } = context;
  const target = URL.parse(url, `https://${here}${page.address}`);
  if (!target) return { message: `${quote(url)} is no address`, help: kinds };
  if (target.protocol === 'mailto:' || /^https?:\/\//i.test(url)) return undefined;
  if (!['https:', 'http:'].includes(target.protocol)) {
    const message = `${quote(url)} is an address of a kind that plans do not link to`;
    return { message, help: kinds };
  }
  if (target.host !== here) {
    const message = `${quote(url)} does not say how it is reached`;
    return { message, help: 'Write `https://` in front of the name of the server.' };
  }

  const id = decoded(target.hash.slice(1));
  if (url.startsWith('#')) {
    if (id === '' || (await page.has(id)) !== false) return undefined;
    const slugs = prose.headings.flatMap(({ slug }) => slug ?? []);
    const near = nearest(id, slugs);
    return {
      message: `This page has no heading ${quote(`#${id}`)}`,
      help: near === undefined ? headings : `Did you mean ${quote(`#${near}`)}?`,
      repair: repairTo('#', meant(id, slugs)),
    };
  }
  const found = site.page(target.pathname);
  const fault = found ? undefined : faultOfPath(url, target.pathname, context);
  if (fault) return fault;
  if (!staysInSite(url)) {
    return { message: `${quote(url)} leads out of the site for some programs`, help: plainly };
  }
  if (!found || found === 'unknown') return undefined;
  if (id === '' || (await found.has(id)) !== false) return undefined;
  return { message: `${quote(found.address)} has no heading ${quote(`#${id}`)}`, help: headings };
}

/** Only what needs no escapes is written. */
function repairTo(prefix: string, target: string | undefined): Repair | undefined {
  if (target === undefined || !/^[\w/.-]+$/.test(target)) return undefined;
  return { write: prefix + target };
}

/** Stands for wherever the site is served. */
const here = 'waypost.invalid';

const kinds =
  'Link to an `https://` or `http://` address, to `mailto:`, to a page of the site or to a file in the plan’s folder.';

const plainly =
  'Write pages from the root of the site, as in `/guides/validation/`, and files with plain slashes and dots.';

const headings =
  'The address of a heading is its text in small letters, with hyphens for blanks and without punctuation: `#open-questions`.';

/** What is wrong with an address within the site that leads to no page that is known. */
function faultOfPath(url: string, address: string, context: ProseContext): Words | undefined {
  const { attachments, site } = context;
  const path = decoded(url.replace(/[?#].*$/s, ''));
  const isOutside = path.startsWith('/') || normalize(path).startsWith('..');
  if (isOutside && mayBePlan(address, context)) return undefined;
  if (isOutside) {
    const near = nearest(address, site.addresses);
    const help =
      'Pages are written from the root of the site, as in `/guides/validation/`; files lie in the plan’s folder.';
    return {
      message: path.startsWith('/')
        ? `${quote(path)} is no page of the site`
        : `${quote(path)} lies outside the plan’s folder, and is no page of the site`,
      help: near === undefined ? help : `Did you mean ${quote(near)}?`,
      repair: url === address ? repairTo('', meant(address, site.addresses)) : undefined,
    };
  }
  const help =
    'Put the file into the plan’s folder or one below it, and write its path from there.';
  switch (attachments?.inspect(normalize(path))) {
    case 'absent':
    case 'not-a-file':
      return { message: `${quote(path)} is no file in the plan’s folder`, help };
    case 'outside':
      return { message: `${quote(path)} leads out of the plan’s folder`, help };
    default:
      return undefined;
  }
}

/** Whether a page may be that of a plan which lies beside this one, and is not checked in this run. */
function mayBePlan(address: string, { attachments, site }: ProseContext): boolean {
  const id = /^\/plans\/([^/.]+)/.exec(address)?.[1];
  if (id === undefined) return false;
  const addresses = site.ofPlan(id);
  if (addresses.every((other) => other !== address && other !== `${address}/`)) return false;
  const name = decoded(id);
  if (/[/\\]/.test(name)) return false;
  const files = [`${name}.yaml`, `${name}.mdx`];
  return !attachments || files.some((file) => attachments.inspect(file) !== 'absent');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
