import fc from 'fast-check';
import type { Change, Report } from '../../../src/lifecycle/plan.ts';
import { maybe, party, position, some, text } from './arbitraries.ts';
import type { Qualified } from './pairs.ts';
import { between, earliestOf, latestOf, type Writing } from './writing.ts';

/** What an environment under change control records: its changes and its Configuration Reports. */

const changeChoices = fc.record({
  at: position,
  summary: text,
  instances: fc.constantFrom(undefined, 'main' as const, 'test' as const, 'both' as const),
  recorded: fc.boolean(),
  approved: fc.boolean(),
  requestedBy: maybe(fc.constantFrom('Clinic', 'System administration')),
  by: maybe(party),
  size: fc.constantFrom(undefined, 'minor' as const, 'major' as const),
  finding: maybe(fc.nat(5)),
});

const reportChoices = fc.record({
  at: position,
  file: maybe(fc.constantFrom('report.pdf', './reports/val.pdf', 'a/../b.pdf', 'größe.PDF')),
  differences: maybe(text),
});

export const recordChoices = fc.record({
  changes: some(changeChoices, 3),
  reports: some(reportChoices, 3),
  early: fc.boolean(),
});

export type RecordChoices = typeof recordChoices extends fc.Arbitrary<infer T> ? T : never;
type ChangeChoices = RecordChoices['changes'][number];

/** An environment's days, as far as its records have to keep to them. */
export interface Recorded {
  /** The first day of the environment, and its last if it has one. */
  readonly first: string;
  readonly last: string;
  /** The day of the IQ of each instance, or of the single one. */
  readonly qualified: Qualified;
  readonly paired: boolean;
  /** The environment that a report is compared with. */
  readonly comparedWith?: string | undefined;
  /** Findings that changes may refer to, and the day after which a change must. */
  readonly findings: readonly string[];
  readonly answersAfter?: string;
}

/** The changes of an environment, each with the evidence that it owes. */
export function changesOf(choices: RecordChoices, days: Recorded, writing: Writing): Change[] {
  return choices.changes.flatMap((change) => {
    const date = dateOf(change, days);
    if (date === undefined) return [];
    const answers = days.answersAfter !== undefined && date > days.answersAfter;
    const finding = days.findings[(change.finding ?? 0) % days.findings.length];
    const happened = writing.happened(date);
    const ecr = writing.document('ECR', date);
    return [
      {
        date,
        summary: change.summary,
        ecr,
        instances: days.paired ? change.instances : undefined,
        finding: answers || change.finding !== undefined ? finding : undefined,
        size: answers ? 'minor' : change.size,
        by: change.by,
        requestedBy: change.requestedBy,
        approvedBy: happened || change.approved ? 'Quality' : undefined,
      },
    ];
  });
}

/** The day of a change: after the IQ it follows; if it cannot answer a finding, before it would have to. */
function dateOf(change: ChangeChoices, days: Recorded): string | undefined {
  const { main, test } = days.qualified;
  const first =
    change.instances === 'main'
      ? main
      : change.instances === 'test'
        ? test
        : change.instances === 'both'
          ? latestOf(main, test)
          : earliestOf(main, test);
  const limited = days.answersAfter !== undefined && days.findings.length === 0;
  const last = limited ? earliestOf(days.last, days.answersAfter ?? days.last) : days.last;
  return first > last ? undefined : between(first, last, change.at);
}

/** The reports of an environment: one where there has been an IQ, the last after the last change. */
export function reportsOf(
  choices: RecordChoices,
  days: Recorded,
  changes: readonly Change[],
  writing: Writing,
): Report[] | undefined {
  const isQualified = writing.happened(days.qualified.first);
  if (!isQualified && !choices.early) return undefined;
  const reports: Report[] = choices.reports.map(({ at, file, differences }) => ({
    date: between(days.first, days.last, at),
    file,
    differences,
  }));
  const made = changes.flatMap(({ date }) => (date && writing.happened(date) ? [date] : []));
  reports.push({
    date: latestOf(days.first, ...made),
    comparedWith: days.comparedWith,
  });
  return reports;
}
