import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, lintIn } from './linting.ts';
import { notations, plainly } from './notations/notation.ts';
import { render, type Value } from './notations/render.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

test('a plan that is in order gives no finding, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(validPlans(), notations, async (plan, notation) => {
      const found = await lintIn(plan, notation);
      const { text } = render(plan as Value, plainly);
      expect(
        counted(found).map(({ rule, path, message }) => ({ rule, path, message })),
        text,
      ).toEqual([]);
    }),
    runs(300, 20_000),
  );
});
