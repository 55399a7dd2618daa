import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { type Constraint, holds } from '../../src/lifecycle/constraints.ts';
import { addDays, isDate } from '../../src/lifecycle/dates.ts';
import type { Moment } from '../../src/lifecycle/moments.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { pathOf } from '../../src/lifecycle/records.ts';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { rangeOf } from '../support/places.ts';
import { isDay, scalarsIn } from './breakers/format.ts';
import { plainly } from './notations/notation.ts';
import { render, type Value } from './notations/render.ts';
import { validPlans } from './plans/index.ts';
import { runs } from './runs.ts';

const orderRules = rules.filter((rule) => rule.constraints);

/** Valid plans in which some days have been moved, or have changed places. */
const shuffled: fc.Arbitrary<PlanFacts> = fc
  .tuple(
    validPlans({ waivers: fc.constant([]) }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 })), { maxLength: 15 }),
  )
  .map(([valid, moves]) => {
    const plan = structuredClone(valid);
    const days = scalarsIn(plan).filter(isDay);
    for (const [from, to, off] of moves) {
      const source = days[from % days.length];
      const target = days[to % days.length];
      if (source && target)
        Reflect.set(target.record, target.key, addDays(String(source.value), off));
    }
    return plan;
  });

describe.each(orderRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('speaks where one of its constraints is broken, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async (facts) => {
        const broken = constraintsOf(rule, facts).filter((constraint) => !holds(constraint));
        expect(await ordersFound(rule, facts)).toEqual(broken.map(subjectOf).toSorted());
      }),
      runs(5, 500),
    );
  });
});

test('the days that constraints are between are those of the plan', () => {
  fc.assert(
    fc.property(shuffled, (facts) => {
      const days = new Map(
        scalarsIn(facts).map(({ path, value }) => [formatPath(path), value] as const),
      );
      for (const { earlier, later } of orderRules.flatMap((rule) => constraintsOf(rule, facts))) {
        for (const { date, record, key } of [earlier, later]) {
          expect(isDate(date)).toBe(true);
          expect(days.get(formatPath([...pathOf(record), key]))).toBe(date);
        }
      }
    }),
    runs(30, 2_000),
  );
});

test('where two days do not stand as they should, something is said about one of them', async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async (facts) => {
      const { file, written } = fileOf(facts);
      const findings = await lint([file]);
      const { text } = file;
      const places = findings.flatMap((finding) => [finding, ...finding.related]);
      const said = new Set(places.map((place) => rangeOf(place, text).start));
      for (const rule of orderRules) {
        for (const constraint of constraintsOf(rule, facts)) {
          if (holds(constraint)) continue;
          const days = [constraint.earlier, constraint.later].map(pathOfDay);
          const isSaid = days.some((day) => said.has(written.place(day)?.start ?? -1));
          expect(isSaid, `${rule.id}: ${days.join(' and ')}\n${text}`).toBe(true);
        }
      }
    }),
    runs(40, 5_000),
  );
});

function constraintsOf(rule: Rule, facts: PlanFacts): Constraint[] {
  const plan = new Plan('plan', structuredClone(facts));
  return [...(rule.constraints?.(plan, rule.options?.parse({}) ?? {}) ?? [])];
}

/** The path of the day that the constraint is about. */
function subjectOf({ earlier, later, about }: Constraint): string {
  return pathOfDay(about === 'later' ? later : earlier);
}

function pathOfDay({ record, key }: Moment): string {
  return formatPath([...pathOf(record), key]);
}

/** The paths at which a rule, asked alone, finds days out of order: it names the other day, too. */
async function ordersFound(rule: Rule, facts: PlanFacts): Promise<(string | null)[]> {
  const findings = await lint([fileOf(facts).file], { rules: [rule] });
  return findings
    .filter(({ related }) => related.length > 0)
    .map(({ path }) => path)
    .toSorted();
}

function fileOf(facts: PlanFacts) {
  const written = render(facts as Value, plainly);
  return { file: readPlan(written.file, written.bytes), written };
}
