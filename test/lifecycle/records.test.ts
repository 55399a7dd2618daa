import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { Plan } from '../../src/lifecycle/plan.ts';
import {
  areOfOnePlan,
  firstsFirst,
  inWrittenOrder,
  isIncomplete,
  pathOf,
  planFactsOf,
} from '../../src/lifecycle/records.ts';
import { planOf } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';

const text = `environments: { val: { iq: { date: 2026-05-15 } } }
transfers: [no transfer, { date: 2026-04-20 }, { date: 2026-04-22 }]
decisions: [{ id: D-01, made: 2026-04-08, summary: One calendar }]
`;
const plan = planOf(text);
const { transfers = [], decisions = [] } = plan.facts;

describe('a record', () => {
  test('knows where it stands, whatever could not be read before it', () => {
    expect(placesOf(transfers.map((record) => ({ record })))).toEqual([
      'transfers[1]',
      'transfers[2]',
    ]);
    expect(pathOf(plan.facts)).toEqual([]);
    expect(pathOf(plan.facts, 'goLive')).toEqual(['goLive']);
  });

  test('is what a view of it stands for', () => {
    const val = plan.environment('val');
    expect(val && pathOf(val, 'iq')).toEqual(['environments', 'val', 'iq']);
  });

  test('belongs to one plan', () => {
    const [first, second] = transfers;
    const twin = planOf(text).facts;
    expect(first && second && areOfOnePlan(first, second)).toBe(true);
    expect(first && areOfOnePlan(first, twin)).toBe(false);
    expect(first && planFactsOf(first)).toBe(plan.facts);
  });

  test('of no plan is a mistake', () => {
    expect(() => pathOf({})).toThrow('This record does not belong to a plan');
  });
});

test('what is said of records stands in the order in which they are written', () => {
  const said = [...decisions, ...transfers, plan.facts].toReversed().map((record) => ({ record }));
  expect(placesOf(inWrittenOrder(said))).toEqual([
    '',
    'transfers[1]',
    'transfers[2]',
    'decisions[0]',
  ]);
});

test('of what is alike, that stands first which is written first; all else stays as it is', () => {
  const said = transfers.map((record) => ({ record })).toReversed();
  expect(firstsFirst(said, () => 'alike')).toEqual(said.toReversed());
  expect(firstsFirst(said, ({ record }) => String(record.date))).toBe(said);
});

test('records of whole facts know where they stand, whichever plan is asked first', () => {
  const plans = ['D-01', 'D-02', 'D-03'].map(
    (id) => new Plan('plan', { environments: { val: {} }, decisions: [{ id }] }, undefined, true),
  );
  for (const { facts, environments } of [1, 0, 2].flatMap((index) => plans[index] ?? [])) {
    expect(
      placesOf([...(facts.decisions ?? []), ...environments].map((record) => ({ record }))),
    ).toEqual(['decisions[0]', 'environments.val']);
    expect(environments.map(planFactsOf)).toEqual([facts]);
  }
});

test('facts that nobody asks of do not stay in memory', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const facts = () => new WeakRef(new Plan('plan', { decisions: [{}] }, undefined, true).facts);
  const lost = facts();
  // Until then, whatever a weak reference was made to is held.
  await new Promise((done) => setTimeout(done));
  collectGarbage();
  expect(lost.deref()).toBeUndefined();
});

test('a list is incomplete where an item could not be read', () => {
  expect([transfers, decisions, undefined].map(isIncomplete)).toEqual([true, false, false]);
});
