import fc from 'fast-check';
import type { EnvironmentFacts, IqFacts } from '../../../src/lifecycle/environment.ts';
import { days, maybe, position } from './arbitraries.ts';
import { addDays, between, earliestOf, latestOf, type Writing } from './writing.ts';

/** The days of a pair: its own, and those of its instances. */
export interface Days {
  /** The first day of the environment as a whole. */
  readonly pair: string;
  readonly main: string;
  readonly test: string;
}

/** The days of the IQs that count for each instance, and that of the first IQ. */
export interface Qualified {
  readonly main: string;
  readonly test: string;
  readonly first: string;
}

const iqChoices = fc.record({
  written: fc.constantFrom('pair', 'own', 'test', 'all'),
  pair: position,
  main: days(10),
  test: days(10),
  approved: fc.boolean(),
  prepared: fc.boolean(),
});

export const pairChoices = fc.record({
  apart: days(3),
  testFirst: fc.boolean(),
  /** Where the days of creation are written. */
  written: fc.constantFrom('pair', 'first', 'all', 'own'),
  early: days(2),
  iq: iqChoices,
  urls: maybe(fc.constantFrom('https', 'HTTP')),
  data: fc.boolean(),
  release: fc.constantFrom('pair', 'own', 'test', 'overridden', 'none'),
});

export type PairChoices = typeof pairChoices extends fc.Arbitrary<infer T> ? T : never;

export const singleIqChoices = fc.record({
  after: days(10),
  approved: fc.boolean(),
  prepared: fc.boolean(),
});

type Pair = Pick<EnvironmentFacts, 'created'> &
  Required<{ [Id in 'main' | 'test']: NonNullable<EnvironmentFacts[Id]> }>;

/** A pair of which the first instance comes into being on `first`. */
export function pairFrom(
  first: string,
  { apart, testFirst, written, early }: PairChoices,
  most = 3,
): { facts: Pair; days: Days } {
  const second = addDays(first, Math.min(apart, most));
  const [main, test] = testFirst ? [second, first] : [first, second];
  const own = { main: { created: main }, test: { created: test } };
  switch (written) {
    case 'pair':
    case 'first': {
      const days = { pair: first, main, test };
      if (first === second && written === 'pair') {
        return { facts: { created: first, main: {}, test: {} }, days };
      }
      const late = testFirst ? { main: own.main, test: {} } : { main: {}, test: own.test };
      return { facts: { created: first, ...late }, days };
    }
    case 'all': {
      const pair = addDays(first, -early);
      return { facts: { created: pair, ...own }, days: { pair, main, test } };
    }
    default:
      return { facts: own, days: { pair: first, main, test } };
  }
}

/** The IQs of a pair, on or after the days on which its instances come into being. */
export function qualify(
  pair: Pair & EnvironmentFacts,
  days: Days,
  { iq: choices }: PairChoices,
  writing: Writing,
): Qualified {
  const iq = (date: string) => iqOn(date, choices, writing);
  const shared = between(
    latestOf(days.main, days.test),
    addDays(earliestOf(days.main, days.test), 10),
    choices.pair,
  );
  const own = {
    main: addDays(days.main, choices.main),
    test: addDays(days.test, choices.test),
  };
  switch (choices.written) {
    case 'pair':
      pair.iq = iq(shared);
      return { main: shared, test: shared, first: shared };
    case 'test': {
      pair.iq = iq(own.main);
      pair.test.iq = iq(own.test);
      return { ...own, first: earliestOf(own.main, own.test) };
    }
    default: {
      // An IQ of the pair besides its instances' own is allowed, if it comes no later than they do.
      const besides = earliestOf(shared, latestOf(own.main, own.test));
      if (choices.written === 'all') pair.iq = iq(besides);
      pair.main.iq = iq(own.main);
      pair.test.iq = iq(own.test);
      const dates = choices.written === 'all' ? [besides] : [];
      return { ...own, first: earliestOf(own.main, own.test, ...dates) };
    }
  }
}

/** An IQ with its evidence, as far as it is owed. */
export function iqOn(
  date: string,
  { approved, prepared }: { approved: boolean; prepared: boolean },
  writing: Writing,
): IqFacts {
  return {
    date,
    document: writing.document('IQ', date),
    approvedBy: writing.owed(date, 'IQVIA Quality', approved),
    preparedBy: prepared ? 'IQVIA Engineering' : undefined,
  };
}

/** Addresses, data and releases of a pair, each where the plan says them. */
export function furnish(
  id: string,
  pair: Pair & EnvironmentFacts,
  choices: PairChoices,
  { customer, data, release }: { customer: string; data: Datum; release: string },
): void {
  if (choices.urls) {
    pair.main.url = `${choices.urls}://${customer}-${id}.example.com`;
    pair.test.url = `${choices.urls}://${customer}-${id}.example.com/test/`;
  }
  if (choices.data) {
    pair.main.data = data;
    pair.test.data = 'dummy';
  }
  if (choices.release === 'none') return;
  const isOwn = choices.release === 'own' || choices.release === 'overridden';
  if (!isOwn) pair.release = release;
  if (choices.release === 'overridden') pair.release = '19.9';
  if (choices.release !== 'pair') pair.test.release = release;
  if (isOwn) pair.main.release = release;
}

type Datum = NonNullable<Pair['main']['data']>;
