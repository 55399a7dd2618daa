import { describe, expect, test } from 'vitest';
import { dateAt, datesOf } from '../../src/lifecycle/date-at.ts';
import { formatPath, parsePath } from '../../src/lifecycle/paths.ts';
import { planOf } from '../diagram/support/plans.ts';

const plan = planOf(`customer: Acme
goLive: 2026-09-01
sites: [2026-01-12]
environments:
  val:
    iq: { date: 2026-05-15 }
    main: { created: 2026-05-14 }
validations:
  - environment: [this cannot be read]
    completed: 1 August
  - environment: val
    findings:
      - { id: F-1, severity: minor, opened: 2026-06-03 }
      - { id: F-2, severity: minor, opened: 2026-06-10, resolved: 2026-06-12 }
transfers: [no transfer, { date: 2026-04-20 }, { date: 2026-04-22 }]
`);

const dates = [
  ['goLive', '2026-09-01'],
  ['environments.val.iq.date', '2026-05-15'],
  ['environments.val.main.created', '2026-05-14'],
  ['validations[1].findings[0].opened', '2026-06-03'],
  ['validations[1].findings[1].opened', '2026-06-10'],
  ['validations[1].findings[1].resolved', '2026-06-12'],
  ['transfers[1].date', '2026-04-20'],
  ['transfers[2].date', '2026-04-22'],
];

const at = (path: string | undefined) => dateAt(plan, parsePath(path ?? '') ?? []);

test('the dates of a plan stand in the order in which they are written', () => {
  expect(datesOf(plan).map(({ path, date }) => [formatPath(path), date])).toEqual(dates);
});

describe('each is found at its place', () => {
  test.each(dates)('%s: %s', (path, date) => {
    expect(at(path)).toBe(date);
  });

  test.each([
    ['a text', 'customer'],
    ['a site that is called like a day', 'sites[0]'],
    ['a list of one day', 'sites'],
    ['the plan itself', ''],
    ['an environment', 'environments.val'],
    ['an item that could not be read', 'transfers[0].date'],
    ['an item that is not there', 'transfers[3].date'],
    ['what could not be read in an item', 'validations[0].completed'],
    ['a key that is not there', 'environments.val.destroyed'],
    ['a key below a date', 'goLive.date'],
    ['a key that every object has', 'environments.constructor'],
  ])('not at %s', (_, path) => {
    expect(at(path)).toBeUndefined();
  });
});
