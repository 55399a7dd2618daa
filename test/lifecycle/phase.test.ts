import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../src/lifecycle/phase.ts';
import { planOf } from '../diagram/support/plans.ts';
import { changed } from '../support/plans.ts';

type Change = readonly [from: string, to: string];

const phaseOn = (date: string, ...changes: readonly Change[]) =>
  phaseOf(planOf(changed('planned', ['statusDate: 2026-03-01', `statusDate: ${date}`], ...changes)))
    ?.id;

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
    expect(phaseOn(date)).toBe(phase);
  });

  test('is unknown without a status date', () => {
    expect(phaseOf(planOf('contractSigned: 2026-03-02'))).toBeUndefined();
  });

  test('is told by the dates there are', () => {
    expect(phaseOf(planOf('statusDate: 2026-03-01'))?.id).toBe('before-contract');
    expect(phaseOf(planOf('statusDate: 2026-03-02\ncontractSigned: 2026-03-02'))?.id).toBe(
      'exploration',
    );
    expect(phaseOf(planOf('statusDate: 2026-07-20\ngoLive: 2026-07-20'))?.id).toBe('live');
  });

  const iterations = '  iterations: [{ specReviewed: 2026-04-01, loaded: 2026-04-02 }]';
  const approval = '  approval: { date: 2026-04-20, by: customer }';
  const migration = (...lines: string[]): Change => [
    'sourceDatabase: none',
    ['sourceDatabase: VolTrak', 'migration:', ...lines].join('\n'),
  ];
  const environment: Change = [
    'environments:\n',
    'environments:\n  migration: { created: 2026-04-01, destroyed: 2026-04-24 }\n',
  ];

  test.each([
    ['2026-03-31', 'configuration'],
    ['2026-04-01', 'migration'],
    ['2026-04-19', 'migration'],
    ['2026-04-20', 'configuration'],
  ])('with a migration, %s: %s', (date, phase) => {
    expect(phaseOn(date, migration(iterations, approval), environment)).toBe(phase);
  });

  test('is the migration until the customer has approved its scripts', () => {
    expect(phaseOn('2026-05-10', migration(iterations), environment)).toBe('migration');
    expect(phaseOn('2026-05-10', environment)).toBe('migration');
  });

  test('is the cut-over from the promotion, where validation is not completed', () => {
    const open: Change = [', completed: 2026-06-26', ''];
    expect(phaseOn('2026-07-05', open)).toBe('validation');
    expect(phaseOn('2026-07-06', open)).toBe('cut-over');
  });

  test('is the cut-over once the onboarding’s own validation is completed, and no other', () => {
    const val0: Change = [
      'environments:\n',
      'environments:\n  val-0: { kind: val, created: 2026-05-11, clonedFrom: prod }\n',
    ];
    const another: Change = [
      'transfers:\n',
      '  - { environment: val-0, started: 2026-05-14, completed: 2026-06-01 }\ntransfers:\n',
    ];
    expect(phaseOn('2026-06-25', val0, another)).toBe('validation');
    expect(phaseOn('2026-06-26', val0, another)).toBe('cut-over');
  });

  test('is the validation until the last has been completed, in whichever order they are written', () => {
    const earlier: Change = [
      'transfers:\n',
      '  - { environment: val, started: 2026-05-14, completed: 2026-06-01 }\ntransfers:\n',
    ];
    expect(phaseOn('2026-06-25', earlier)).toBe('validation');
    expect(phaseOn('2026-06-26', earlier)).toBe('cut-over');
  });

  test('is an upgrade while PROD waits for it, and live again after it', () => {
    const upgrade = (upgraded: string): Change => [
      'validations:\n',
      `upgrades: [{ release: 26.2, val: val-26-2, upgraded: ${upgraded} }]\nvalidations:\n`,
    ];
    const val: Change = [
      'environments:\n',
      'environments:\n  val-26-2: { kind: val, created: 2026-09-01, clonedFrom: prod }\n',
    ];
    const both = upgrade('{ main: 2026-11-02, test: 2026-11-01 }');
    const phasesOn = (...dates: string[]) => dates.map((date) => phaseOn(date, both, val));
    expect(phasesOn('2026-08-31', '2026-09-01', '2026-11-01', '2026-11-02')).toEqual([
      'live',
      'upgrade',
      'upgrade',
      'live',
    ]);
    expect(phaseOn('2026-12-01', upgrade('{ test: 2026-11-01 }'), val)).toBe('upgrade');
  });
});
