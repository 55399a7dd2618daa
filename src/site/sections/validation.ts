import type { Plan, Validation } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, day, facts, fault, head, line, long, place, strong } from './pieces.ts';

/** The validation cycles, each with what was found. */
export function validationBlocks(plan: Plan): Block[] {
  return plan.validations.map((validation) => {
    const { environment, started, completed, owner, report, scope } = validation;
    const lacksReport = report === undefined && plan.hasHappened(completed);
    const known = facts(
      ['Started', day(started, plan) ?? line()],
      ['Completed', day(completed, plan) ?? line()],
      ['Responsible', owner && label(owner)],
      ['Report', lacksReport ? fault('no report') : (report ?? line())],
      ['Scope', scope?.map(label).join(' · ')],
    );
    return {
      type: 'item',
      heading: line(place(environment, plan)),
      blocks: [known, ...findingBlocks(plan, validation)],
    };
  });
}

/** What a validation found, and when it was resolved. */
function findingBlocks(plan: Plan, { findings = [] }: Validation): Block[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ id, severity, opened, resolved, summary }) => [
    head(id),
    cell(severity && label(severity)),
    cell(day(opened, plan)),
    cell(day(resolved, plan) ?? strong('open')),
    long(summary),
  ]);
  const columns = ['Finding', 'Severity', 'Opened', 'Resolved', 'Summary'];
  return [{ type: 'table', label: 'Findings of the validation', columns, rows }];
}
