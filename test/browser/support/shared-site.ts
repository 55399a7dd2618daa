import { madeOnce } from '../../support/made-once.ts';
import { type BuiltSite, buildSite } from './build-site.ts';

/** Not the root of its host, as on GitHub Pages: what works here works there. */
export const BASE = '/waypost/';

export const HOSTILE_NAME = '</title><script>document.title="pwned"</script> & "Söhne"';

const PLANS = {
  'hostile.yaml': `customer: ${JSON.stringify(HOSTILE_NAME)}\nstatusDate: 2026-03-01\n`,
  'broken.yaml': 'customer: [\n',
  'coded.mdx': `---
customer: Coded
---
export const evil = globalThis.pwned = 'at build'

{globalThis.pwned = 'here'}

<script>globalThis.pwned = 'there'</script>

<Timeline /> and <Date of={globalThis.pwned = 1} />
`,
};

/**
 * This repository's own site with a few odd plans, built once for all tests that only look at it: the first that asks
 * builds it, the others wait.
 *
 * @returns where its pages are; they are removed when all tests are done.
 * @throws Error when it was not built.
 */
export async function sharedSite(): Promise<BuiltSite> {
  return madeOnce('site', 290_000, (parent) => buildSite({ plans: PLANS, base: BASE, parent }));
}
