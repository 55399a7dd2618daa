import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PlanSite, pageOf } from '../../src/lint/plan-site.ts';
import { around } from '../../src/rules/around.ts';
import { rules, urlOf } from '../../src/rules/index.ts';
import { planFile } from '../support/plans.ts';
import { folderWith } from '../support/waypost.ts';

const plans = [planFile(around.planned, 'acme.yaml'), planFile(around.planned, 'quillon.yaml')];

/** The site of the two plans whose package holds these files. */
async function siteOf(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(files);
  for (const home of ['content/guides', 'src/site/pages']) {
    await mkdir(join(folder, home), { recursive: true });
  }
  return new PlanSite(plans, folder);
}

/** The site whose pages have these files, each of them empty. */
function siteWithPages(...names: readonly string[]) {
  return siteOf(Object.fromEntries(names.map((name) => [`src/site/pages/${name}`, ''])));
}

const always = ['/', '/rules/', ...rules.map(urlOf)];
const ofPlans = ['/plans/acme/', '/plans/quillon/'];

describe('the addresses of the site', () => {
  test('are those of guides, in the order of their names', async () => {
    const site = await siteOf({
      'content/guides/overview.mdx': '',
      'content/guides/index.mdx': '',
      'content/guides/environments/val.mdx': '',
      'content/guides/environments/index.mdx': '',
      'content/guides/notes.txt': '',
    });
    expect(site.addresses).toEqual([
      ...always,
      '/guides/environments/',
      '/guides/environments/val/',
      '/guides/',
      '/guides/overview/',
      ...ofPlans,
    ]);
  });

  test('are those of pages and of files that are made', async () => {
    const site = await siteWithPages(
      'about.md',
      'calendar.ics.ts',
      'calendar/index.astro',
      'customers.json.ts',
      'feed.xml.js',
      'index.astro',
      'notes/terms.mdx',
    );
    expect(site.addresses).toEqual([
      ...always,
      '/about/',
      '/calendar.ics',
      '/calendar/',
      '/customers.json',
      '/feed.xml',
      '/notes/terms/',
      ...ofPlans,
    ]);
  });

  test('are, of pages with parameters, the first of a list and one for each plan', async () => {
    const site = await siteWithPages(
      'archive/[year]/[...page].astro',
      'archive/[...page]/feed.astro',
      'archive/plans/[plan].astro',
      'filters/[name].css.ts',
      'plans/[plan].astro',
      'plans/[plan].ics.ts',
      'plans/[plan].md.ts',
      'plans/[plan]/guide.astro',
      'plans/[plan]/[part].astro',
      'problems/[...page].astro',
    );
    expect(new Set(site.addresses)).toEqual(
      new Set([
        ...always,
        ...ofPlans,
        '/plans/acme.ics',
        '/plans/quillon.ics',
        '/plans/acme.md',
        '/plans/quillon.md',
        '/plans/acme/guide/',
        '/plans/quillon/guide/',
        '/problems/',
      ]),
    );
    expect(site.ofPlan('another')).toEqual([
      '/plans/another/',
      '/plans/another.ics',
      '/plans/another.md',
      '/plans/another/guide/',
      '/problems/',
    ]);
  });
});

describe('whether there is a page', () => {
  test.each([
    ['/filters/phase.css', 'unknown'],
    ['/filters/phase-css', undefined],
    ['/filters/.css', undefined],
    ['/archive/plans/acme/', 'unknown'],
    ['/archive/plans/acme', 'unknown'],
    ['/archive/plans/', undefined],
    ['/plans/another/', undefined],
    ['/rules/another/', undefined],
    ['/nowhere/', undefined],
  ])('at %s, cannot always be told', async (address, page) => {
    const site = await siteWithPages(
      'archive/plans/[plan].astro',
      'filters/[name].css.ts',
      'plans/[plan].astro',
      'rules/[rule].astro',
    );
    expect(site.page(address)).toBe(page);
  });
});

describe('a guide has', () => {
  async function has(text: string, id: string) {
    const site = await siteOf({ 'content/guides/guide.mdx': text });
    const page = site.page('/guides/guide/');
    if (typeof page !== 'object') throw new Error('There is no guide');
    return page.has(id);
  }

  const guide = '---\ntitle: How to write plans\n---\n\n## Öl & Gas\n\n## Water\n';

  test.each([
    ['its headings', guide, 'öl--gas', true],
    ['its beginning', guide, '_top', true],
    ['no other heading', guide, 'gas', false],
    ['no heading in its front matter', guide, 'title-how-to-write-plans', false],
    ['its headings without a front matter', '## Commas\n', 'commas', true],
    ['no one knows what while it cannot be read', '## Commas\n\n{b\n', 'commas', undefined],
  ])('%s', async (_, text, id, answer) => {
    expect(await has(text, id)).toBe(answer);
  });
});

describe('the page of a plan has', () => {
  const read = planFile(around.planned, 'acme.yaml');
  const unread = planFile('customer: [\n', 'acme.yaml');
  const prose = planFile(`---\n${around.planned}---\n\n## Labels\n`, 'acme.mdx');
  const unreadProse = planFile(`---\n${around.planned}---\n\n## Labels\n\n{b\n`, 'acme.mdx');

  test.each([
    ['its beginning', read, '_top', true],
    ['its sections', read, 'validation', true],
    ['its environments', read, 'environment-val', true],
    ['no other environment', read, 'environment-val-2', false],
    ['nothing else', read, 'labels', false],
    ['the headings of its prose', prose, 'labels', true],
    ['and the same as they stand on the page', prose, 'notes-labels', true],
    ['no other heading', prose, 'label', false],
    ['no one knows which headings while the prose cannot be read', unreadProse, 'label', undefined],
    ['its parts, whatever the data', unread, 'timeline', true],
    ['no one knows which sections while the data cannot be read', unread, 'validation', undefined],
    ['nor which environments', unread, 'environment-val', undefined],
    ['but no headings where there is no prose', unread, 'labels', false],
    ['even if they speak of an environment', unread, 'the-environment-', false],
  ])('%s', async (_, file, id, answer) => {
    expect(await pageOf(file).has(id)).toBe(answer);
  });
});
