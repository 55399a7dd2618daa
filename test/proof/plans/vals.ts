import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import type { Validation } from '../../../src/lifecycle/plan.ts';
import { days, maybe } from './arbitraries.ts';
import { type Days, furnish, pairChoices, pairFrom, type Qualified, qualify } from './pairs.ts';
import { changesOf, recordChoices, reportsOf } from './records.ts';
import { requestChoices, requestOf } from './requests.ts';
import { completionOf, validationChoices, validationsIn, withFindings } from './validations.ts';
import { addDays, latestOf, type Writing } from './writing.ts';

/** A VAL with its validations; of the onboarding, or of an upgrade. */
export const valChoices = fc.record({
  pair: pairChoices,
  obfuscated: days(3),
  validation: validationChoices,
  records: recordChoices,
  request: maybe(requestChoices),
  build: fc.boolean(),
});

export type ValChoices = typeof valChoices extends fc.Arbitrary<infer T> ? T : never;

export interface Val {
  readonly id: string;
  readonly facts: EnvironmentFacts & { main: object; test: object };
  readonly days: Days;
  readonly qualified: Qualified;
  /** The day from which on somebody may work in it. */
  readonly ready: string;
  readonly validations: readonly Validation[];
  readonly completed: string;
}

interface Purpose {
  readonly id: string;
  readonly customer: string;
  readonly source: string;
  readonly fromProd: boolean;
  readonly release: string;
}

/** A VAL that is cloned on `cloned`, up to the completion of its validations. */
export function valFrom(cloned: string, purpose: Purpose, choices: ValChoices, writing: Writing) {
  // With the limits that hold for IQs and for the start of validation, there is room for both.
  const { facts, days } = pairFrom(cloned, choices.pair);
  const { id, customer, source, fromProd, release } = purpose;
  const pair = { ...facts, clonedFrom: source } as EnvironmentFacts & typeof facts;
  const qualified = qualify(pair, days, choices.pair, writing);
  let ready = days.pair;
  if (fromProd) {
    pair.obfuscated = ready = addDays(days.pair, choices.obfuscated);
    furnish(id, pair, choices.pair, { customer, data: 'obfuscated', release });
  } else furnish(id, pair, choices.pair, { customer, data: 'dummy', release });
  if (choices.build) pair.build = '5120.2026-01-09T17:05:00Z';
  if (choices.request) pair.request = requestOf(choices.request, days.pair, true);
  const validations = validationsIn(
    {
      val: id,
      first: latestOf(ready, qualified.main, qualified.test),
      latestStart: addDays(days.pair, 21),
    },
    choices.validation,
  );
  const completed = completionOf(validations);
  return { id, facts: pair, days, qualified, ready, validations, completed };
}

/** The same VAL until its end, with what it records. */
export function complete(
  val: Val,
  { ends, goal, source }: { ends: string; goal: string; source: string },
  choices: ValChoices,
  writing: Writing,
): { environment: EnvironmentFacts; validations: Validation[] } {
  const validations = withFindings(val.validations, choices.validation, goal, writing);
  const findings = validations.flatMap((validation) =>
    (validation.findings ?? []).flatMap(({ id }) => id ?? []),
  );
  const recorded = {
    first: val.days.pair,
    last: ends,
    qualified: val.qualified,
    paired: true,
    comparedWith: source,
    findings,
  };
  const changes = changesOf(choices.records, recorded, writing);
  const reports = reportsOf(choices.records, recorded, changes, writing);
  return { environment: { ...val.facts, destroyed: ends, changes, reports }, validations };
}
