import { describe, expect, test } from 'vitest';
import {
  areOfOnePlan,
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

test('a list is incomplete where an item could not be read', () => {
  expect([transfers, decisions, undefined].map(isIncomplete)).toEqual([true, false, false]);
});
