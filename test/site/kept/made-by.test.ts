import { expect, test } from 'vitest';
import { madeBy } from '../../../src/site/kept/made-by.ts';

test('the same code makes the same pages only where the site is set in the same way', () => {
  expect(madeBy({})).toBe(madeBy({}));
  const others = [{}, { title: 'A' }, { title: 'B' }, { url: 'https://a.example' }].map(madeBy);
  expect(new Set(others).size).toBe(4);
});
