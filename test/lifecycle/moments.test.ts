import { describe, expect, test } from 'vitest';
import { earliest, latest, moment, placeOf, standingIn } from '../../src/lifecycle/moments.ts';
import { planOf } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';

const { facts } = planOf(`contractSigned: 2026-01-12
goLive: 2026-09-01
upgrades: [{ ecr: ECR-1, upgraded: { main: 2027-04-21 } }]
transfers: [{ date: 2026-09-01 }, { date: 2026-01-12 }]
`);
const signed = moment(facts, 'contractSigned');
const live = moment(facts, 'goLive');
const [first, second] = (facts.transfers ?? []).map((transfer) => moment(transfer, 'date'));

test('a moment is a date and its place', () => {
  expect(live?.date).toBe('2026-09-01');
  expect([live, second].map((each) => each && placeOf(each))).toEqual([
    'goLive',
    'transfers[1].date',
  ]);
});

test('there is none without a date, or without the record', () => {
  expect(moment(facts, 'statusDate')).toBeUndefined();
  expect(moment<{ date?: string }>(undefined, 'date')).toBeUndefined();
});

describe('of several moments', () => {
  test('the earliest and the latest are known, whatever is open', () => {
    expect(earliest([undefined, live, signed])).toBe(signed);
    expect(latest([signed, live, undefined])).toBe(live);
  });

  test('on one day the first is meant', () => {
    expect(earliest([second, signed])).toBe(second);
    expect(latest([first, live])).toBe(first);
  });

  test('there may be none', () => {
    expect(earliest([])).toBeUndefined();
    expect(latest([undefined])).toBeUndefined();
  });

  test('which one it is rests on all that each of them stands in for', () => {
    const statusDate = { record: facts, key: 'statusDate' };
    const customer = { record: facts, key: 'customer' };
    const days = [standingIn(live, statusDate), standingIn(signed, customer), second];
    expect(earliest(days)?.date).toBe('2026-01-12');
    expect(placesOf(earliest(days)?.inPlaceOf)).toEqual(['statusDate', 'customer']);
    expect(placesOf(latest(days)?.inPlaceOf)).toEqual(['statusDate', 'customer']);
    expect(placesOf(earliest([second, live])?.inPlaceOf)).toEqual([]);
  });
});

test('a moment can stand in for ever more', () => {
  const once = standingIn(live, { record: facts, key: 'statusDate' });
  const twice = standingIn(once, { record: facts, key: 'customer' });
  expect(placesOf(twice?.inPlaceOf)).toEqual(['statusDate', 'customer']);
  expect(standingIn(undefined, { record: facts })).toBeUndefined();
});
