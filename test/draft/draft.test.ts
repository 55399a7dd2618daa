import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftPlan, NoRoom } from '../../src/draft/draft.ts';
import type { Start } from '../../src/draft/draft-text.ts';
import { isWorkingDay, nearestWorkingDay } from '../../src/draft/working-days.ts';
import { addDays, isDate } from '../../src/lifecycle/dates.ts';
import { lint } from '../../src/lint/lint.ts';
import { Settings } from '../../src/lint/settings.ts';
import { planFile } from '../support/plans.ts';

const start: Start = {
  customer: 'Quillon Bay Research',
  signed: '2026-03-02',
  goLive: '2026-12-16',
  sourceDatabase: undefined,
};

const starts = fc.record({
  customer: fc.oneof(
    fc.string({ minLength: 1 }).filter((name) => /\S/.test(name) && name.isWellFormed()),
    fc.constant('2026-01-01'),
  ),
  signed: fc.integer({ min: 0, max: 5_000 }).map((day) => addDays('2020-01-01', day)),
  span: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1_500 })),
  sourceDatabase: fc.option(fc.constantFrom('MedVol 11', '007', 'a: "b" # c', '2026-01-02'), {
    nil: undefined,
  }),
});

test('a new plan is in order, whatever it starts from', async () => {
  await fc.assert(
    fc.asyncProperty(starts, async ({ span, ...known }) => {
      const goLive = addDays(known.signed, span);
      const file = planFile(draftPlan('a-b', { ...known, goLive }), 'a-b.yaml');
      const findings = await lint([file]);
      expect(findings.map(({ rule, message }) => ({ rule, message }))).toEqual([]);
      expect(file.plan?.facts).toMatchObject({
        customer: known.customer,
        contractSigned: known.signed,
        goLive,
        sourceDatabase: known.sourceDatabase ?? 'none',
      });
    }),
    { numRuns: 60, seed: 2610 },
  );
});

test('has a Migration environment where there is a database to migrate', () => {
  expect(draftPlan('a', start)).not.toContain('migration:');
  expect(draftPlan('a', { ...start, sourceDatabase: 'MedVol' })).toContain('\n  migration:\n');
});

test('what people do falls on working days', () => {
  const dates = (draftPlan('a', start).match(/\d{4}-\d\d-\d\d/g) ?? []).filter(isDate);
  expect(dates.length).toBeGreaterThan(15);
  expect(dates.filter((date) => !isWorkingDay(date))).toEqual([]);
});

test('keeps the limits of the configuration', async () => {
  const settings = new Settings([
    { plans: ['*'], rules: { 'sandbox-late': { days: 1 }, 'go-live-gap': { days: 4 } } },
  ]);
  const file = planFile(draftPlan('a', start, settings), 'a.yaml');
  expect(await lint([file], { settings })).toEqual([]);
  expect(file.plan?.ofKind('sandbox')[0]?.created?.date).toBe('2026-03-03');
});

describe('where there is no room', () => {
  const chainOf = (known: Partial<Start>) => {
    try {
      draftPlan('a', { ...start, ...known });
    } catch (error) {
      if (error instanceof NoRoom) return error.chain;
      throw error;
    }
    return [];
  };

  test('names what cannot hold together, with the days that were given', () => {
    const chain = chainOf({ goLive: '2026-03-02' });
    expect(chain).toContain('Go-live is on 2026-03-02');
    expect(chain.join('\n')).toMatch(/ \([a-z-]+\)/);
  });

  test('go-live before the contract', () => {
    expect(chainOf({ goLive: '2026-02-27' })).toEqual(
      expect.arrayContaining(['Go-live is on 2026-02-27']),
    );
  });
});

test.each([
  ['2026-03-02', 0, '2026-03-02'],
  ['2026-03-02', 5, '2026-03-06'],
  ['2026-03-02', 6, '2026-03-09'],
])('from %s, day %i becomes %s', (origin, wanted, date) => {
  const days = nearestWorkingDay(origin, wanted, { earliest: 0, latest: 100 });
  expect(addDays(origin, days)).toBe(date);
});

test('a window without a working day is kept to', () => {
  expect(nearestWorkingDay('2026-03-02', 5, { earliest: 5, latest: 6 })).toBe(5);
  expect(nearestWorkingDay('2026-03-02', 6, { earliest: 1, latest: 6 })).toBe(4);
});

test('days that nobody can write are told of', () => {
  expect(() => draftPlan('a-b', { ...start, goLive: '9999-12-31' })).toThrow(
    /would fall behind the year 9999.* Choose an earlier day of go-live\.$/,
  );
});
