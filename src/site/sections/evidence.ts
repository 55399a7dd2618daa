import type { Plan, Report } from '../../lifecycle/plan.ts';
import { type Evidence, evidenceOf, type RecordedChange } from '../evidence.ts';
import type { Block, Phrase } from './blocks.ts';
import { cell, code, day, fault, head, line, list, place, quiet, strong, words } from './pieces.ts';

/** Per instance: its IQ, its Environment Change Records and its Configuration Reports. */
export function evidenceBlocks(plan: Plan): Block[] {
  const rows = evidenceOf(plan).map((evidence) => [
    head(words(evidence.name)),
    cell(qualified(evidence, plan)),
    list(evidence.changes.map((change) => changed(change, plan))),
    {
      ...list(evidence.reports.map((report) => reported(report, plan))),
      rows: evidence.reportRows,
    },
  ]);
  const columns = ['Instance', 'IQ', 'Changes (ECR)', 'Configuration Reports'];
  return [{ type: 'table', label: 'Evidence by instance', columns, rows }];
}

/** An IQ, or that there is none. */
function qualified({ kind, iq, lacksIq }: Evidence, plan: Plan): Phrase {
  if (lacksIq) return line(fault('no IQ'));
  if (!iq) return line(kind?.controlled === false ? quiet('not under change control') : undefined);
  const { document, date, approvedBy, preparedBy } = iq.facts;
  const details = [
    approvedBy && `approved by ${approvedBy}`,
    preparedBy && `prepared by ${preparedBy}`,
    iq.isShared && 'one IQ for the pair',
  ].filter(Boolean);
  return line(
    strong(document),
    iq.lacksDocument ? fault('no document') : undefined,
    day(date, plan) ?? line(),
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
