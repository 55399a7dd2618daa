import { expect, test } from 'vitest';
import { pageSize, pagesOf } from '../../src/site/paging.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([
  [0, 1],
  [1, 1],
  [pageSize, 1],
  [pageSize + 1, 2],
  [1000, 10],
  [1001, 11],
])('%i items are on %i pages, each of them once and in order', (items, count) => {
  const pages = pagesOf(numbers(items), '/calendar/');
  expect(pages).toHaveLength(count);
  expect(pages.flatMap((page) => page.items)).toEqual(numbers(items));
  for (const page of pages) expect(page.items.length).toBeLessThanOrEqual(pageSize);
});

test('pages know their own address and those of the others', () => {
  const pages = pagesOf(numbers(201), '/calendar/');
  const links = [
    { number: 1, address: '/calendar/' },
    { number: 2, address: '/calendar/2/' },
    { number: 3, address: '/calendar/3/' },
  ];
  expect(pages.map(({ number, address }) => ({ number, address }))).toEqual(links);
  for (const page of pages) expect(page.pages).toEqual(links);
  const [, second] = pagesOf(numbers(201), '/', { further: '/customers/' });
  expect(second?.address).toBe('/customers/2/');
});
