import { describe, expect, test } from 'vitest';
import { type Constraint, gapOf, holds } from '../../src/lifecycle/constraints.ts';

const between = (earlier: string, later: string, limits: Pick<Constraint, 'min' | 'max'> = {}) => ({
  earlier: { date: earlier, record: {}, key: 'created' },
  later: { date: later, record: {}, key: 'destroyed' },
  about: 'later' as const,
  ...limits,
});

describe('a constraint', () => {
  test.each([
    ['the same day is in order', '2026-05-08', '2026-05-08', {}, true],
    ['so is any later one', '2026-05-08', '2027-05-08', {}, true],
    ['the day before is not', '2026-05-08', '2026-05-07', {}, false],
    ['at least so many days', '2026-05-08', '2026-05-11', { min: 3 }, true],
    ['one day too few', '2026-05-08', '2026-05-10', { min: 3 }, false],
    ['at most so many days', '2026-05-08', '2026-05-22', { max: 14 }, true],
    ['one day too many', '2026-05-08', '2026-05-23', { max: 14 }, false],
    ['the wrong order, within the days', '2026-05-08', '2026-05-07', { max: 14 }, false],
  ])('%s', (_, earlier, later, limits, isKept) => {
    expect(holds(between(earlier, later, limits))).toBe(isKept);
  });

  test('counts whole days, less than none in the wrong order', () => {
    expect(gapOf(between('2026-05-08', '2026-05-22'))).toBe(14);
    expect(gapOf(between('2026-05-08', '2026-05-07'))).toBe(-1);
  });
});
