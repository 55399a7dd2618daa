import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf, factOf, nextEventOf, type PlanEvent } from '../../src/lifecycle/events.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';

const everything = readFileSync(new URL('../fixtures/plans/everything.yaml', import.meta.url));

const inOneLine = ({ date, kind, title, environment }: PlanEvent) =>
  `${date} ${kind}: ${title}${environment ? ` (${environment.id})` : ''}`;

const calendarOf = (plan: Plan) => eventsOf(plan).map(inOneLine);

test('a plan is a calendar, in which one day’s events stand in the order of the lifecycle', () => {
  expect(calendarOf(planOf(everything.toString()))).toEqual([
    '2026-03-02 milestone: Contract signed',
    '2026-03-03 creation: Sandbox Main created (sandbox)',
    '2026-03-04 creation: Sandbox Test created (sandbox)',
    '2026-03-16 milestone: Access to Community Dev (community)',
    '2026-03-23 creation: Pre-PROD created (pre-prod)',
    '2026-03-24 creation: Migration created (migration)',
    '2026-03-27 qualification: IQ of Pre-PROD (pre-prod)',
    '2026-04-01 migration: Iteration 1: specification reviewed (migration)',
    '2026-04-10 change: ECR-1: Connect a device (pre-prod)',
    '2026-04-10 migration: Iteration 1: loaded (migration)',
    '2026-04-17 migration: Iteration 1: reviewed (migration)',
    '2026-04-20 migration: Iteration 2: specification reviewed (migration)',
    '2026-04-21 migration: Iteration 2: loaded (migration)',
    '2026-04-24 migration: Iteration 2: accepted (migration)',
    '2026-04-27 migration: Acceptance test of the migration scripts (migration)',
    '2026-04-28 milestone: Migration scripts approved (migration)',
    '2026-05-04 configuration: Configuration entered by hand in Pre-PROD (pre-prod)',
    '2026-05-05 configuration: CRF design elements carried to Pre-PROD (pre-prod)',
    '2026-05-06 configuration: Master library ready (pre-prod)',
    '2026-05-08 configuration: Configuration Report of Pre-PROD (pre-prod)',
    '2026-05-08 milestone: Configuration of Pre-PROD final (pre-prod)',
    '2026-05-08 end: Migration destroyed (migration)',
    '2026-05-11 creation: VAL cloned from Pre-PROD (val)',
    '2026-05-13 qualification: IQ of VAL (val)',
    '2026-05-13 configuration: Configuration Report of VAL (val)',
    '2026-05-14 validation: Validation in VAL begins (val)',
    '2026-05-28 validation: Finding F-01 opened (val)',
    '2026-06-03 change: ECR-2: Mend labels (pre-prod)',
    '2026-06-04 configuration: Configuration Report of Pre-PROD (pre-prod)',
    '2026-06-05 validation: Finding F-01 resolved (val)',
    '2026-06-26 milestone: Validation in VAL completed (val)',
    '2026-07-03 milestone: Legacy database frozen',
    '2026-07-06 creation: Pre-PROD promoted to PROD Main (prod)',
    '2026-07-06 creation: PROD Test created (prod)',
    '2026-07-06 milestone: Participants’ data migrated into PROD (prod)',
    '2026-07-07 qualification: IQ of PROD Main (prod)',
    '2026-07-07 qualification: IQ of PROD Test (prod)',
    '2026-07-07 configuration: Configuration Report of PROD (prod)',
    '2026-07-08 training: Clinic staff: training in PROD Test begins (prod)',
    '2026-07-15 training: Clinic staff: signed off (prod)',
    '2026-07-16 training: Clinic staff: access to PROD Main (prod)',
    '2026-07-20 milestone: Go-live',
    '2026-07-31 end: VAL destroyed (val)',
    '2026-08-27 end: Sandbox destroyed (sandbox)',
    '2026-09-14 creation: VAL `val-26-2` cloned from PROD (val-26-2)',
    '2026-09-14 creation: Volunteers’ data obfuscated in VAL `val-26-2` (val-26-2)',
    '2026-09-16 qualification: IQ of VAL `val-26-2` (val-26-2)',
    '2026-09-16 configuration: Configuration Report of VAL `val-26-2` (val-26-2)',
    '2026-09-17 validation: Validation in VAL `val-26-2` begins (val-26-2)',
    '2026-11-13 milestone: Validation in VAL `val-26-2` completed (val-26-2)',
    '2026-11-23 upgrade: PROD upgraded to 26.2 (prod)',
    '2026-11-24 configuration: Configuration Report of PROD (prod)',
    '2026-11-27 end: VAL `val-26-2` destroyed (val-26-2)',
  ]);
});

describe('what comes into being', () => {
  test.each([
    [
      'a pair in one step',
      'val: { created: 2026-05-13, main: {}, test: {} }',
      ['2026-05-13 creation: VAL created (val)'],
    ],
    [
      'a pair whose instances both have that day',
      'val: { main: { created: 2026-05-13 }, test: { created: 2026-05-13 } }',
      ['2026-05-13 creation: VAL created (val)'],
    ],
    [
      'Main and Test on days of their own',
      'val: { clonedFrom: pre-prod, main: { created: 2026-05-13 }, test: { created: 2026-05-14 } }',
      [
        '2026-05-13 creation: VAL Main cloned from pre-prod (val)',
        '2026-05-14 creation: VAL Test cloned from pre-prod (val)',
      ],
    ],
    [
      'a pair of which only Test has a day',
      'val: { main: {}, test: { created: 2026-05-14 } }',
      ['2026-05-14 creation: VAL Test created (val)'],
    ],
    [
      'a pair without its instances',
      'val: { created: 2026-05-13 }',
      ['2026-05-13 creation: VAL created (val)'],
    ],
    [
      'PROD Test on the very day of the promotion: it is provisioned',
      'prod: { promotedFrom: pre-prod, created: 2026-08-17, main: {}, test: {} }',
      [
        '2026-08-17 creation: pre-prod promoted to PROD Main (prod)',
        '2026-08-17 creation: PROD Test created (prod)',
      ],
    ],
    [
      'PROD without its instances',
      'prod: { promotedFrom: pre-prod, created: 2026-08-17 }',
      ['2026-08-17 creation: pre-prod promoted to PROD (prod)'],
    ],
  ])('%s', (_, environment, events) => {
    expect(calendarOf(planOf(`environments: { ${environment} }`))).toEqual(events);
  });
});

describe('an event is told by what there is to tell', () => {
  test.each([
    [
      'a change without its ECR',
      'environments: { pre-prod: { changes: [{ date: 2026-06-10, summary: A label }] } }',
      ['2026-06-10 change: A label (pre-prod)'],
    ],
    [
      'a change without a word',
      'environments: { pre-prod: { changes: [{ date: 2026-06-10 }] } }',
      ['2026-06-10 change: Change to Pre-PROD (pre-prod)'],
    ],
    [
      'a migration of which only its end is known',
      'migration: { databaseMigrated: 2026-08-17 }',
      ['2026-08-17 milestone: Participants’ data migrated into PROD'],
    ],
    [
      'a transfer to what is not in the plan',
      'transfers: [{ date: 2026-04-20, to: staging, what: study-library, method: copy }]',
      ['2026-04-20 configuration: Study library carried to staging'],
    ],
    [
      'a transfer of which only the day is known',
      'transfers: [{ date: 2026-04-20 }]',
      ['2026-04-20 configuration: Transfer carried to another environment'],
    ],
    [
      'a study design that is entered by hand',
      `environments: { prod: { main: {}, test: {} } }
transfers: [{ date: 2026-09-03, to: prod.test, what: study-design, method: by-hand }]`,
      ['2026-09-03 configuration: Study design entered by hand in PROD (prod)'],
    ],
    [
      'a validation in what is not in the plan',
      'validations: [{ environment: val-2, started: 2026-05-18 }]',
      ['2026-05-18 validation: Validation in val-2 begins'],
    ],
    [
      'a validation that does not say where',
      'validations: [{ completed: 2026-08-07 }]',
      ['2026-08-07 milestone: Validation in VAL completed'],
    ],
    [
      'a finding without an id',
      'validations: [{ findings: [{ opened: 2026-06-03, resolved: 2026-06-12 }] }]',
      ['2026-06-03 validation: Finding opened', '2026-06-12 validation: Finding resolved'],
    ],
    [
      'the training of nobody in particular, nowhere',
      'training: [{ started: 2026-08-20, signedOff: 2026-08-27, mainAccess: 2026-08-28 }]',
      [
        '2026-08-20 training: Users: training begins',
        '2026-08-27 training: Users: signed off',
        '2026-08-28 training: Users: access to PROD Main',
      ],
    ],
    [
      'training in a whole pair',
      `environments: { prod: { main: {}, test: {} } }
training: [{ group: Nurses, instance: prod, started: 2026-08-20 }]`,
      ['2026-08-20 training: Nurses: training in PROD begins (prod)'],
    ],
    [
      'training in what is not in the plan',
      'training: [{ group: Nurses, instance: staging.test, started: 2026-08-20 }]',
      ['2026-08-20 training: Nurses: training in staging.test begins'],
    ],
    [
      'an upgrade of Test before Main',
      'upgrades: [{ release: "27.1", upgraded: { main: 2027-04-21, test: 2027-04-14 } }]',
      [
        '2027-04-14 upgrade: PROD Test upgraded to 27.1',
        '2027-04-21 upgrade: PROD Main upgraded to 27.1',
      ],
    ],
    [
      'an upgrade of Test alone, to an unknown release',
      'upgrades: [{ upgraded: { test: 2027-04-14 } }]',
      ['2027-04-14 upgrade: PROD Test upgraded'],
    ],
    [
      'an upgrade of Main alone',
      'upgrades: [{ release: "27.1", upgraded: { main: 2027-04-21 } }]',
      ['2027-04-21 upgrade: PROD Main upgraded to 27.1'],
    ],
  ])('%s', (_, facts, events) => {
    expect(calendarOf(planOf(facts))).toEqual(events);
  });
});

describe('the next event', () => {
  const nextOn = (date: string) =>
    nextEventOf(planOf(replaced(small, ['statusDate: 2026-08-17', `statusDate: ${date}`])))?.title;

  test('is the first after the status date, not on it', () => {
    expect(nextOn('2026-01-11')).toBe('Contract signed');
    expect(nextOn('2026-01-12')).toBe('Sandbox created');
    expect(nextOn('2027-04-21')).toBeUndefined();
  });

  test('is unknown without a status date', () => {
    expect(nextEventOf(planOf('goLive: 2026-09-01'))).toBeUndefined();
  });
});

const factsOf = (plan: Plan) =>
  new Map(eventsOf(plan).map((event) => [formatPath(factOf(event)), event.date]));

describe('the fact of an event', () => {
  test('stays the same when its date is moved', () => {
    const before = factsOf(planOf(small));
    const after = factsOf(
      planOf(
        replaced(small, ['goLive: 2026-09-01', 'goLive: 2026-10-01'], ['2027-04-21', '2026-10-02']),
      ),
    );
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect(after.get('goLive')).toBe('2026-10-01');
    expect(after.get('upgrades[0].upgraded')).toBe('2026-10-02');
  });

  test('is the instance’s own, even where the date of its pair holds', () => {
    const prod = (facts: string) =>
      planOf(`environments: { prod: { promotedFrom: pre-prod, ${facts} } }`);
    const shared = factsOf(prod('created: 2026-08-17, main: {}, test: {}'));
    expect([...shared]).toEqual([
      ['environments.prod.main.created', '2026-08-17'],
      ['environments.prod.test.created', '2026-08-17'],
    ]);
    const own = factsOf(prod('main: { created: 2026-08-17 }, test: { created: 2026-08-17 }'));
    expect([...own]).toEqual([...shared]);
  });

  test('is that of no other event', () => {
    fc.assert(
      fc.property(validPlans(), (facts) => {
        const plan = new Plan('acme', facts);
        expect(factsOf(plan).size).toBe(eventsOf(plan).length);
      }),
      runs(300, 50_000),
    );
  });
});
