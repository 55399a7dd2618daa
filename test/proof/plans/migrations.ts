import fc from 'fast-check';
import type { EnvironmentFacts } from '../../../src/lifecycle/environment.ts';
import type { Iteration, Migration } from '../../../src/lifecycle/migration.ts';
import { days, maybe, some, text } from './arbitraries.ts';
import { addDays, latestOf, type Writing } from './writing.ts';

const iterationChoices = fc.record({
  spec: days(20),
  loaded: days(20),
  reviewed: days(20),
  outcome: fc.boolean(),
  unplanned: fc.boolean(),
});

export const migrationChoices = fc.record({
  environment: days(20),
  first: iterationChoices,
  others: some(iterationChoices, 2),
  acceptance: days(10),
  approval: days(10),
  ends: days(14),
  overlap: fc.boolean(),
  named: fc.boolean(),
  at: fc.boolean(),
  frozen: maybe(days(30)),
  volunteers: maybe(
    fc.record(
      {
        count: fc.oneof(fc.constant(1), fc.constant(50), fc.integer({ min: 1, max: 50 })),
        data: fc.constantFrom('fictitious' as const, 'blurred' as const),
      },
      { requiredKeys: [] },
    ),
  ),
  specification: text,
});

export type MigrationChoices = typeof migrationChoices extends fc.Arbitrary<infer T> ? T : never;

/** The migration up to the approval of its scripts, and its environment. */
export function migrationFrom(
  start: string,
  id: string,
  choices: MigrationChoices,
  writing: Writing,
): { block: Migration; environment: EnvironmentFacts; approved: string } {
  const created = addDays(start, choices.environment);
  const turns = [choices.first, ...choices.others];
  const dates: { spec: string; loaded: string; reviewed: string }[] = [];
  for (const turn of turns) {
    const last = dates.at(-1);
    // The next specification may be under review while the load before it still is.
    const begin = choices.overlap ? last?.loaded : last?.reviewed;
    const spec = addDays(begin ?? created, turn.spec);
    const loaded = addDays(spec, turn.loaded);
    const reviewed = addDays(last ? latestOf(loaded, last.reviewed) : loaded, turn.reviewed);
    dates.push({ spec, loaded, reviewed });
  }
  const accepted = addDays(dates.at(-1)?.reviewed ?? created, choices.acceptance);
  const approved = addDays(accepted, choices.approval);
  const iterations = turns.map((turn, index): Iteration => {
    const { spec = '', loaded = '', reviewed = '' } = dates[index] ?? {};
    const next = dates[index + 1];
    const closed = writing.happened(approved) || (next && writing.happened(next.spec));
    const known = closed && writing.happened(reviewed);
    const isLast = next === undefined;
    return {
      specReviewed: spec,
      loaded,
      reviewed: closed || !turn.unplanned ? reviewed : undefined,
      outcome:
        known || (isLast && writing.happened(approved)) || turn.outcome
          ? isLast
            ? 'accepted'
            : 'changes-needed'
          : undefined,
      qcReport: writing.document('QC', loaded),
    };
  });
  const block: Migration = {
    specification: choices.specification,
    testVolunteers: choices.volunteers,
    iterations,
    acceptance: {
      date: accepted,
      environment: choices.at ? id : undefined,
      document: writing.document('ACC', accepted),
    },
    approval: {
      date: approved,
      by: 'customer',
      name: choices.named ? 'Head of recruitment' : undefined,
    },
  };
  const environment = { created, destroyed: addDays(approved, choices.ends) };
  return { block, environment, approved };
}
