import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, lintIn, shown } from './linting.ts';
import { notations } from './notations/notation.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

test('a plan that is in order gives no finding, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(validPlans(), notations, async (plan, notation) => {
      const findings = counted(await lintIn(plan, notation));
      const said = findings.map(({ rule, path, message }) => ({ rule, path, message }));
      shown(plan, () => expect(said).toEqual([]));
    }),
    runs(300, 20_000),
  );
});
