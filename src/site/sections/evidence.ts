import type { Instance } from '../../lifecycle/environment.ts';
import type { Plan, Report } from '../../lifecycle/plan.ts';
import { evidenceOf, type RecordedChange } from '../evidence.ts';
import type { Block, Phrase } from './blocks.ts';
import { cell, code, day, fault, head, line, list, place, quiet, strong, words } from './pieces.ts';

/** Per instance: its IQ, its Environment Change Records and its Configuration Reports. */
export function evidenceBlocks(plan: Plan): Block[] {
  const rows = evidenceOf(plan).map(({ instance, changes, reports, reportRows }) => [
    head(words(instance.name)),
    cell(iq(instance, plan)),
    list(changes.map((change) => changed(change, plan))),
    { ...list(reports.map((report) => reported(report, plan))), rows: reportRows },
  ]);
  const columns = ['Instance', 'IQ', 'Changes (ECR)', 'Configuration Reports'];
  return [{ type: 'table', label: 'Evidence by instance', columns, rows }];
}

/** The IQ of an instance, or that it has none. */
function iq({ id, iq: own, environment }: Instance, plan: Plan): Phrase {
  if (!own) {
    return [
      environment.kind?.controlled
        ? fault('no IQ')
        : { type: 'quiet', text: 'not under change control' },
    ];
  }
  const lacksDocument = own.document === undefined && plan.hasHappened(own.date);
  const details = [
    own.approvedBy && `approved by ${own.approvedBy}`,
    own.preparedBy && `prepared by ${own.preparedBy}`,
    id !== undefined && own === environment.facts.iq && 'one IQ for the pair',
  ].filter(Boolean);
  return line(
    strong(own.document),
    lacksDocument ? fault('no document') : undefined,
    day(own.date, plan) ?? line(),
    quiet(details.join('; ')),
  );
}

function changed({ date, ecr, summary, lacksRecord }: RecordedChange, plan: Plan): Phrase {
  const lacking = lacksRecord ? fault('no ECR') : undefined;
  return line(strong(ecr), lacking, day(date, plan) ?? line(), quiet(summary));
}

/** One Configuration Report, and what its comparison showed. */
function reported({ date, file, comparedWith, differences }: Report, plan: Plan): Phrase {
  const other = place(comparedWith, plan);
  return line(
    day(date, plan) ?? line(),
    code(file),
    ...(other ? ['compared with', other] : []),
    quiet(differences && `differences: ${differences}`),
  );
}
