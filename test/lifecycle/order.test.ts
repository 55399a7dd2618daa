import { expect, test } from 'vitest';
import { byCodeUnit, byDay } from '../../src/lifecycle/order.ts';

test('texts stand in the same order in every language', () => {
  const inOrder = ['PROD', 'VAL', 'pre-prod', 'prod', 'prod-2', 'Ärzte'];
  expect(inOrder.toReversed().toSorted(byCodeUnit)).toEqual(inOrder);
  expect(byCodeUnit('prod', 'prod')).toBe(0);
});

test('days stand in their order, and what has none comes last', () => {
  const inOrder = ['2025-12-31', '2026-01-01', '2026-01-01', undefined, undefined];
  const shuffled = [undefined, '2026-01-01', '2025-12-31', undefined, '2026-01-01'];
  const days = (dates: readonly (string | undefined)[]) => dates.map((day) => ({ day }));
  // `toSorted` puts undefined last whatever it is told, so that records are sorted instead.
  expect(days(shuffled).toSorted((a, b) => byDay(a.day, b.day))).toEqual(days(inOrder));
  expect(byDay(undefined, undefined)).toBe(0);
  expect(byDay(undefined, '2026-01-01')).toBeGreaterThan(0);
});
