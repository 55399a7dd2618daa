import { expect, test } from 'vitest';
import { nextEventOf } from '../../src/lifecycle/events.ts';
import { phaseOf } from '../../src/lifecycle/phase.ts';
import { countedPhases, customerPages } from '../../src/site/customer-lists.ts';
import { pageSize } from '../../src/site/paging.ts';
import { type Entry, readPortfolio } from '../../src/site/portfolio.ts';
import { portfolioOf } from '../support/portfolio/index.ts';
import { folderWith } from '../support/waypost.ts';

async function entriesOf(count: number, others: Record<string, string> = {}) {
  const made = portfolioOf(count).map(({ name, content }) => [`content/plans/${name}`, content]);
  const { entries } = await readPortfolio(
    await folderWith({ ...Object.fromEntries(made), ...others }),
  );
  return entries;
}

const slugs = (entries: readonly Entry[]) => entries.map(({ slug }) => slug);

test('what fits on one page has no further pages', async () => {
  expect(customerPages(await entriesOf(pageSize))).toEqual([]);
});

test('every customer is listed by name, by next event, and in its phase, once each', async () => {
  const entries = await entriesOf(230, {
    'content/plans/broken.yaml': 'customer: [\n',
    'content/plans/undated.yaml': 'customer: Undated\n',
  });
  const pages = customerPages(entries);
  const listed = (wanted: (page: (typeof pages)[number]) => boolean) =>
    pages.filter(wanted).flatMap(({ items }) => items);

  const byName = listed(({ order }) => order === 'name');
  expect(slugs(byName)).toEqual(slugs(entries));
  const soonest = listed(({ order, phase }) => order === 'next' && !phase);
  expect(slugs(soonest).sort()).toEqual(slugs(entries).sort());
  const phased = listed(({ phase }) => phase !== undefined);
  expect(slugs(phased).sort()).toEqual(slugs(entries).sort());

  for (const list of [soonest, ...pages.filter(({ phase }) => phase).map(({ items }) => items)]) {
    const dates = list.map(({ plan }) => (plan && nextEventOf(plan)?.date) ?? '9999');
    expect(dates).toEqual(dates.toSorted());
  }
  for (const { phase, items } of pages) {
    if (!phase) continue;
    for (const { plan } of items) {
      expect((plan && phaseOf(plan)?.id) ?? 'unknown').toBe(phase.id);
    }
  }
  const addresses = pages.map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain('/customers/3/');
  expect(addresses).toContain('/customers/by-next-event/');
  expect(addresses).toContain('/phases/unknown/');

  const counts = countedPhases(entries);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
  expect(counts.at(-1)).toMatchObject({ phase: { id: 'unknown' }, count: 2 });
});
