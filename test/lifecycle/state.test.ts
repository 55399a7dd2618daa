import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { datesOf } from '../../src/lifecycle/date-at.ts';
import { addDays } from '../../src/lifecycle/dates.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { valueOn } from '../../src/lifecycle/spans.ts';
import {
  endingOf,
  releaseOf,
  releasesOf,
  startOf,
  stateOf,
  statesOf,
} from '../../src/lifecycle/state.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';

const on = (date: string) => planOf(replaced(small, ['2026-08-17', date]));

function statesIn(plan: Plan): Record<string, string | undefined> {
  return Object.fromEntries(plan.allEnvironments.map((each) => [each.id, stateOf(plan, each)]));
}

describe('the state of an environment', () => {
  test.each([
    ['2026-02-16', 'planned'],
    ['2026-02-17', 'exists'],
    ['2026-08-16', 'exists'],
    ['2026-08-17', 'ended'],
  ])('Pre-PROD on %s: %s, since it ends on the day of its promotion', (date, state) => {
    expect(statesIn(on(date))['pre-prod']).toBe(state);
  });

  test.each([
    ['2026-01-13', 'planned'],
    ['2026-01-14', 'exists'],
    ['2026-09-17', 'exists'],
    ['2026-09-18', 'ended'],
  ])('Sandbox on %s: %s', (date, state) => {
    expect(statesIn(on(date)).sandbox).toBe(state);
  });

  test('a pair exists with the first of its instances; each has a state of its own', () => {
    const plan = on('2026-08-17');
    const prod = plan.environment('prod');
    expect(prod?.instances.map((each) => stateOf(plan, each))).toEqual(['exists', 'planned']);
    expect(statesIn(plan).prod).toBe('exists');
    expect(prod && startOf(prod)?.date).toBe('2026-08-17');
  });

  test('a pair begins with the first instance that has a day', () => {
    const plan = planOf(
      'statusDate: 2026-05-13\nenvironments: { val: { main: {}, test: { created: 2026-05-13 } } }',
    );
    const val = plan.environment('val');
    expect(val && startOf(val)?.date).toBe('2026-05-13');
    expect(statesIn(plan).val).toBe('exists');
  });

  test('what IQVIA keeps exists whenever the customer gets in', () => {
    expect(statesIn(on('2025-12-01')).community).toBe('exists');
  });

  test('cannot be told without a beginning, or without a status date', () => {
    expect(statesIn(planOf('environments: { staging: { destroyed: 2026-05-08 } }'))).toEqual({
      staging: undefined,
    });
    expect(statesIn(planOf('statusDate: 2026-01-01\nenvironments: { sandbox: {} }'))).toEqual({
      sandbox: undefined,
    });
    expect(statesIn(planOf(replaced(small, ['statusDate: 2026-08-17\n', '']))).sandbox).toBe(
      undefined,
    );
  });
});

test('Pre-PROD ends by promotion, all others by destruction; some have no end', () => {
  const plan = on('2026-08-17');
  const ends = plan.allEnvironments.map((each) => {
    const ending = endingOf(each);
    return [each.id, ending && `${ending.by} ${ending.at.date}`];
  });
  expect(Object.fromEntries(ends)).toEqual({
    sandbox: 'destruction 2026-09-18',
    migration: 'destruction 2026-05-08',
    'pre-prod': 'promotion 2026-08-17',
    val: 'destruction 2026-09-15',
    prod: undefined,
    'val-27-1': undefined,
    community: undefined,
  });
});

describe('the release', () => {
  test.each([
    ['2027-04-20', '26.1'],
    ['2027-04-21', '27.1'],
  ])('of PROD on %s: %s', (date, release) => {
    const plan = on(date);
    const prod = plan.environment('prod');
    expect(prod && releaseOf(plan, prod)).toBe(release);
  });

  test('differs while only Test is upgraded', () => {
    const upgraded: [string, string] = [
      'upgraded: 2027-04-21',
      'upgraded: { main: 2027-04-21, test: 2027-04-20 }',
    ];
    const plan = planOf(replaced(small, ['2026-08-17', '2027-04-20'], upgraded));
    const prod = plan.environment('prod');
    expect(prod?.instances.map((each) => releaseOf(plan, each))).toEqual(['26.1', '27.1']);
    expect(prod && releaseOf(plan, prod)).toBe(undefined);
  });

  test('of other environments is the one they began with', () => {
    const plan = planOf(`statusDate: 2027-12-01
environments:
  migration: { release: "26.1" }
  val: { release: "26.1", main: {}, test: {} }
  val-2: { kind: val, release: "26.1" }
  staging: { release: "26.1" }
upgrades: [{ release: "27.1", val: val, upgraded: 2027-04-21 }]
`);
    const releases = plan.allEnvironments.map((each) => releaseOf(plan, each));
    expect(releases).toEqual(['26.1', '26.1', '26.1', '26.1']);
  });
});

describe('day by day', () => {
  const spansOf = (plan: Plan) =>
    Object.fromEntries(
      plan.allEnvironments.flatMap(({ instances }) =>
        instances.map((each) => [each.reference, statesOf(each).map(inWords)]),
      ),
    );
  const inWords = ({ from, value }: { from: string | undefined; value: string | undefined }) =>
    `${from ?? ''} ${value ?? '?'}`.trim();

  test('an instance is planned, exists and has ended', () => {
    expect(spansOf(on('2026-08-17'))).toEqual({
      'sandbox.main': ['planned', '2026-01-14 exists', '2026-09-18 ended'],
      'sandbox.test': ['planned', '2026-01-14 exists', '2026-09-18 ended'],
      migration: ['planned', '2026-02-23 exists', '2026-05-08 ended'],
      'pre-prod': ['planned', '2026-02-17 exists', '2026-08-17 ended'],
      'val.main': ['planned', '2026-05-13 exists', '2026-09-15 ended'],
      'val.test': ['planned', '2026-05-13 exists', '2026-09-15 ended'],
      'prod.main': ['planned', '2026-08-17 exists'],
      'prod.test': ['planned', '2026-08-18 exists'],
      'val-27-1.main': ['planned', '2027-01-22 exists'],
      'val-27-1.test': ['planned', '2027-01-22 exists'],
      community: ['exists'],
    });
  });

  test.each([
    ['created: 2026-02-23, destroyed: 2026-02-23', ['planned', '2026-02-23 ended']],
    ['created: 2026-02-23, destroyed: 2026-01-01', ['planned', '2026-01-01 ended']],
    ['destroyed: 2026-05-08', ['?', '2026-05-08 ended']],
    ['release: "26.1"', ['?']],
  ])('{ %s }', (facts, spans) => {
    expect(spansOf(planOf(`environments: { migration: { ${facts} } }`)).migration).toEqual(spans);
  });

  test('Main and Test are upgraded each on its own day, in the order of the days', () => {
    const plan = planOf(`environments:
  prod: { release: "26.1", main: {}, test: { release: "26.1.1" } }
upgrades:
  - { release: "27.1", upgraded: { main: 2027-04-21, test: 2027-04-14 } }
  - { release: "26.2", upgraded: 2026-10-01 }
  - { upgraded: { main: 2027-06-01 } }
`);
    const [main, testInstance] = plan.environment('prod')?.instances ?? [];
    expect(main && releasesOf(plan, main).map(inWords)).toEqual([
      '26.1',
      '2026-10-01 26.2',
      '2027-04-21 27.1',
      '2027-06-01 ?',
    ]);
    expect(testInstance && releasesOf(plan, testInstance).map(inWords)).toEqual([
      '26.1.1',
      '2026-10-01 26.2',
      '2027-04-14 27.1',
    ]);
  });

  test('the same is said of a day as on that day, by the plan as it would be then', () => {
    fc.assert(
      fc.property(validPlans(), (facts) => {
        const plan = new Plan('acme', structuredClone(facts));
        const dates = datesOf(plan).map(({ date }) => date);
        const days = new Set(dates.flatMap((date) => [addDays(date, -1), date, addDays(date, 1)]));
        for (const day of days) agree(plan, new Plan('acme', asOf(facts, day)), day);
      }),
      runs(25, 5000),
    );
  });

  function agree(plan: Plan, then: Plan, day: string): void {
    for (const [index, environment] of plan.allEnvironments.entries()) {
      const other = then.allEnvironments[index];
      expect(valueOn(statesOf(environment), day)).toBe(other && stateOf(then, other));
      for (const [nth, instance] of environment.instances.entries()) {
        const twin = other?.instances[nth];
        expect(valueOn(statesOf(instance), day)).toBe(twin && stateOf(then, twin));
        expect(valueOn(releasesOf(plan, instance), day)).toBe(twin && releaseOf(then, twin));
      }
    }
  }

  const asOf = (facts: PlanFacts, statusDate: string): PlanFacts => ({
    ...structuredClone(facts),
    statusDate,
  });
});
