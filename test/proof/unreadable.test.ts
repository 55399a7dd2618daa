import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { formatPath, type Path } from '../../src/lifecycle/paths.ts';
import { counted, lintIn, shown } from './linting.ts';
import { plainly } from './notations/notation.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

const plans = validPlans({ waivers: fc.constant([]) });

test('where one thing cannot be read, that is all that is found', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.nat(), async (valid, any) => {
      const plan = structuredClone(valid);
      const path = misread(plan, any);
      const findings = counted(await lintIn(plan, plainly));
      const elsewhere = findings.filter((finding) => !finding.path?.startsWith(path));
      shown(plan, () => {
        expect(
          elsewhere.map(({ rule, message }) => ({ rule, message })),
          path,
        ).toEqual([]);
        expect(findings.length).toBeGreaterThan(0);
      });
    }),
    runs(150, 20_000),
  );
});

/** Writes something that cannot be read in some place of a plan; gives its path. */
function misread(plan: PlanFacts, any: number): string {
  const places = placesIn(plan);
  const { record, key, path } = places[any % places.length] ?? { record: {}, key: '', path: [] };
  const held = Reflect.get(record, key);
  const isScalar = typeof held !== 'object' || held === null;
  Reflect.set(record, key, isScalar ? ['unreadable'] : 'unreadable');
  return formatPath(path);
}

interface Position {
  readonly record: object;
  readonly key: string | number;
  readonly path: Path;
}

function placesIn(record: unknown, path: Path = []): Position[] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([name, value]) => {
    const key = Array.isArray(record) ? Number(name) : name;
    const inner = [...path, key];
    return [{ record, key, path: inner }, ...placesIn(value, inner)];
  });
}
