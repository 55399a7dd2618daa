import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import { type Days, furnish, pairChoices, pairFrom, type Qualified, qualify } from './pairs.ts';
import { changesOf, recordChoices, reportsOf } from './records.ts';
import { addDays, type Writing } from './writing.ts';

export const prodChoices = fc.record({ pair: pairChoices, records: recordChoices });

type ProdChoices = typeof prodChoices extends fc.Arbitrary<infer T> ? T : never;

interface Purpose {
  readonly id: string;
  readonly customer: string;
  readonly preProd: string;
  readonly release: string;
  /** The environment that its Configuration Report is compared with. */
  readonly comparedWith: string;
}

/** PROD from the day of the promotion on. */
export function prodFrom(
  promotion: string,
  { id, customer, preProd, release, comparedWith }: Purpose,
  { pair: choices, records }: ProdChoices,
  writing: Writing,
): { facts: EnvironmentFacts; days: Days; qualified: Qualified } {
  const { facts, days } = pairFrom(promotion, { ...choices, testFirst: false });
  const prod = { ...facts, promotedFrom: preProd } as EnvironmentFacts & typeof facts;
  furnish(id, prod, choices, { customer, data: 'real', release });
  const qualified = qualify(prod, days, choices, writing);
  const recorded = {
    first: days.pair,
    last: addDays(promotion, 700),
    qualified,
    paired: true,
    comparedWith,
    findings: [],
  };
  prod.changes = changesOf(records, recorded, writing);
  prod.reports = reportsOf(records, recorded, prod.changes, writing);
  return { facts: prod, days, qualified };
}
