import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf, factOf } from '../../src/lifecycle/events.ts';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';

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
