import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/lifecycle/plan.ts';
import { endingOf, releaseOf, startOf, stateOf } from '../../src/lifecycle/state.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';

const on = (date: string) => planOf(replaced(small, ['2026-08-17', date]));

function statesOf(plan: Plan): Record<string, string | undefined> {
  return Object.fromEntries(plan.allEnvironments.map((each) => [each.id, stateOf(plan, each)]));
}

describe('the state of an environment', () => {
  test.each([
    ['2026-02-16', 'planned'],
    ['2026-02-17', 'exists'],
    ['2026-08-16', 'exists'],
    ['2026-08-17', 'ended'],
  ])('Pre-PROD on %s: %s, since it ends on the day of its promotion', (date, state) => {
    expect(statesOf(on(date))['pre-prod']).toBe(state);
  });

  test.each([
    ['2026-01-13', 'planned'],
    ['2026-01-14', 'exists'],
    ['2026-09-17', 'exists'],
    ['2026-09-18', 'ended'],
  ])('Sandbox on %s: %s', (date, state) => {
    expect(statesOf(on(date)).sandbox).toBe(state);
  });

  test('a pair exists with the first of its instances; each has a state of its own', () => {
    const plan = on('2026-08-17');
    const prod = plan.environment('prod');
    expect(prod?.instances.map((each) => stateOf(plan, each))).toEqual(['exists', 'planned']);
    expect(statesOf(plan).prod).toBe('exists');
    expect(prod && startOf(prod)?.date).toBe('2026-08-17');
  });

  test('what IQVIA keeps exists whenever the customer gets in', () => {
    expect(statesOf(on('2025-12-01')).community).toBe('exists');
  });

  test('cannot be told without a beginning, or without a status date', () => {
    expect(statesOf(planOf('statusDate: 2026-01-01\nenvironments: { sandbox: {} }'))).toEqual({
      sandbox: undefined,
    });
    expect(statesOf(planOf(replaced(small, ['statusDate: 2026-08-17\n', '']))).sandbox).toBe(
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
    const plan = on('2027-12-01');
    const val = plan.environment('val-27-1');
    expect(val && releaseOf(plan, val)).toBe('27.1');
  });
});
