import { describe, expect, test } from 'vitest';
import { eventsOf, nextEventOf } from '../../src/lifecycle/events.ts';
import { phaseOf } from '../../src/lifecycle/phase.ts';
import type { Plan } from '../../src/lifecycle/plan.ts';
import { changed, planFile } from '../support/plans.ts';

function plan(
  ...replacements: Parameters<typeof changed> extends [unknown, ...infer R] ? R : never
): Plan {
  const { plan } = planFile(changed('planned', ...replacements));
  if (!plan) throw new Error('The plan could not be read');
  return plan;
}

const on = (date: string) => plan(['statusDate: 2026-03-01', `statusDate: ${date}`]);

describe('the phase at the status date', () => {
  test.each([
    ['2026-03-01', 'before-contract'],
    ['2026-03-02', 'exploration'],
    ['2026-03-22', 'exploration'],
    ['2026-03-23', 'configuration'],
    ['2026-05-11', 'validation'],
    ['2026-06-26', 'cut-over'],
    ['2026-07-19', 'cut-over'],
    ['2026-07-20', 'live'],
  ])('%s: %s', (date, phase) => {
    expect(phaseOf(on(date))?.id).toBe(phase);
  });

  test('is unknown without a status date', () => {
    expect(phaseOf(plan(['statusDate: 2026-03-01\n', '']))).toBeUndefined();
  });

  const migration = [
    'sourceDatabase: none',
    [
      'sourceDatabase: VolTrak',
      'migration:',
      '  iterations: [{ specReviewed: 2026-04-01, loaded: 2026-04-02 }]',
      '  approval: { date: 2026-04-20, by: customer }',
    ].join('\n'),
  ] as const;
  const environment = [
    'environments:\n',
    'environments:\n  migration: { created: 2026-04-01, destroyed: 2026-04-24 }\n',
  ] as const;

  test.each([
    ['2026-03-31', 'configuration'],
    ['2026-04-01', 'migration'],
    ['2026-04-19', 'migration'],
    ['2026-04-20', 'configuration'],
  ])('with a migration, %s: %s', (date, phase) => {
    const dated = ['statusDate: 2026-03-01', `statusDate: ${date}`] as const;
    expect(phaseOf(plan(dated, migration, environment))?.id).toBe(phase);
  });

  test('is an upgrade while PROD waits for it, and live again after it', () => {
    const upgrade = [
      'validations:\n',
      [
        'upgrades: [{ release: 26.2, val: val-26-2, upgraded: { main: 2026-11-02, test: 2026-11-01 } }]',
        'validations:',
        '',
      ].join('\n'),
    ] as const;
    const val = [
      'environments:\n',
      'environments:\n  val-26-2: { kind: val, created: 2026-09-01, clonedFrom: prod }\n',
    ] as const;
    const phase = (date: string) =>
      phaseOf(plan(['statusDate: 2026-03-01', `statusDate: ${date}`], upgrade, val))?.id;
    expect([
      phase('2026-08-31'),
      phase('2026-09-01'),
      phase('2026-11-01'),
      phase('2026-11-02'),
    ]).toEqual(['live', 'upgrade', 'upgrade', 'live']);
  });
});

describe('events', () => {
  test('stand in the order of their dates', () => {
    const dates = eventsOf(on('2026-03-01')).map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates.length).toBeGreaterThan(15);
  });

  test('are named as one says them', () => {
    const titles = eventsOf(on('2026-03-01')).map(({ date, title }) => `${date} ${title}`);
    expect(titles).toEqual(
      expect.arrayContaining([
        '2026-03-02 Contract signed',
        '2026-03-03 Sandbox created',
        '2026-05-11 VAL cloned from Pre-PROD',
        '2026-07-06 Pre-PROD promoted to PROD Main',
        '2026-07-06 PROD Test created',
        '2026-07-07 IQ of PROD',
        '2026-07-20 Go-live',
        '2026-08-07 Sandbox destroyed',
      ]),
    );
  });

  test('the next one is the first after the status date, not on it', () => {
    expect(nextEventOf(on('2026-03-02'))?.title).toBe('Sandbox created');
    expect(nextEventOf(on('2026-03-01'))?.title).toBe('Contract signed');
    expect(nextEventOf(on('2026-12-31'))).toBeUndefined();
  });
});

describe('references', () => {
  const plans = on('2026-03-01');

  test('name a pair, one instance, or a single environment', () => {
    expect(plans.place('prod')?.instance).toBeUndefined();
    expect(plans.place('prod')?.environment.name).toBe('PROD');
    expect(plans.place('prod.test')?.instance?.name).toBe('PROD Test');
    expect(plans.place('pre-prod')?.instance?.name).toBe('Pre-PROD');
  });

  test.each(['staging', 'prod.tset', 'pre-prod.main', 'prod.test.x', 'PROD', '', '__proto__'])(
    '%j names nothing',
    (reference) => {
      expect(plans.place(reference)).toBeUndefined();
    },
  );
});

describe('the onboarding VAL', () => {
  const second = (source: string) =>
    ['environments:\n', `environments:\n  val-0: { kind: val, clonedFrom: ${source} }\n`] as const;

  test('is the first that is cloned from Pre-PROD', () => {
    expect(plan(second('prod')).onboardingVal?.id).toBe('val');
    expect(plan(second('pre-prod')).onboardingVal?.id).toBe('val-0');
  });

  test('is else the first that no upgrade names', () => {
    const upgrade = [
      'validations:\n',
      'upgrades: [{ release: 26.2, val: val-0, upgraded: 2026-11-02 }]\nvalidations:\n',
    ] as const;
    const fromProd = ['clonedFrom: pre-prod', 'clonedFrom: prod'] as const;
    expect(plan(second('prod'), fromProd, upgrade).onboardingVal?.id).toBe('val');
    expect(plan(second('prod'), fromProd).onboardingVal?.id).toBe('val-0');
  });
});

test('a second environment of a kind is kept apart, a second Demo is not', () => {
  const more = [
    'environments:\n',
    'environments:\n  demo: { release: 26.1 }\n  demo-2: { kind: demo, release: 26.2 }\n  sandbox-2: { kind: sandbox }\n',
  ] as const;
  const { duplicates, environments, allEnvironments } = plan(more);
  // `sandbox-2` stands first in the file, so it is `sandbox` that repeats the kind.
  expect(duplicates.map(({ environment, first }) => [environment.id, first.id])).toEqual([
    ['sandbox', 'sandbox-2'],
  ]);
  expect(environments.length).toBe(allEnvironments.length - 1);
});
