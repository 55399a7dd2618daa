import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Link, TemporalNetwork } from '../../src/schedule/temporal-network.ts';

const { origin } = TemporalNetwork;
const points = ['a', 'b', 'c'];
const days = [0, 1, 2, 3, 4];

/** Few points and few days, so that all that is possible can be tried. */
const links: fc.Arbitrary<Link<number>[]> = fc
  .array(
    fc.record({
      from: fc.constantFrom(...points),
      to: fc.constantFrom(...points),
      min: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      max: fc.option(fc.integer({ min: -2, max: 4 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((link, reason) => ({ ...link, reason })));

const bounds = points.map((to) => ({ from: origin, to, min: 0, max: 4, reason: -1 }));

type Days = Record<string, number>;

function solutions(all: readonly Link<number>[]): Days[] {
  const candidates = days.flatMap((a) =>
    days.flatMap((b) => days.map((c) => ({ [origin]: 0, a, b, c }))),
  );
  return candidates.filter((candidate: Days) =>
    all.every(({ from, to, min = -Infinity, max = Infinity }) => {
      const gap = (candidate[to] ?? 0) - (candidate[from] ?? 0);
      return gap >= min && gap <= max;
    }),
  );
}

describe('against trying all that is possible', () => {
  test('there is a conflict where nothing is possible, and nowhere else', () => {
    fc.assert(
      fc.property(links, (some) => {
        const all = [...bounds, ...some];
        const conflict = new TemporalNetwork(all).conflict();
        expect(conflict === undefined).toBe(solutions(all).length > 0);
      }),
      { numRuns: 500, seed: 2610 },
    );
  });

  test('what is named as a conflict is one by itself, and has no link too many', () => {
    fc.assert(
      fc.property(links, (some) => {
        const all = [...bounds, ...some];
        const conflict = new TemporalNetwork(all).conflict();
        if (!conflict) return;
        expect(all).toEqual(expect.arrayContaining(conflict));
        expect(new TemporalNetwork(conflict).conflict()).toBeDefined();
      }),
      { numRuns: 500, seed: 2610 },
    );
  });

  test('a window is from the first to the last day that is possible', () => {
    fc.assert(
      fc.property(links, (some) => {
        const all = [...bounds, ...some];
        const possible = solutions(all);
        if (possible.length === 0) return;
        const network = new TemporalNetwork(all);
        for (const point of points) {
          const found = possible.map((candidate) => candidate[point] ?? 0);
          expect(network.window(point)).toEqual({
            earliest: Math.min(...found),
            latest: Math.max(...found),
          });
        }
      }),
      { numRuns: 500, seed: 2610 },
    );
  });
});

test('without limits a day may be any', () => {
  expect(new TemporalNetwork().window('a')).toEqual({ earliest: -Infinity, latest: Infinity });
});
