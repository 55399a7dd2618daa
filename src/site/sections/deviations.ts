import type { Plan } from '../../lifecycle/plan.ts';
import { ruleById, urlOf } from '../../rules/index.ts';
import type { Block, Piece } from './blocks.ts';
import { cell, code, day, head, link, long } from './pieces.ts';

/** Accepted deviations, as the plan documents them. */
export function deviationBlocks(plan: Plan): Block[] {
  const rows = plan.waivers.map((waiver) => [
    head(ruleNamed(waiver.rule)),
    cell(code(waiver.at) ?? 'the whole plan'),
    long(waiver.reason),
    cell(waiver.approvedBy),
    cell(day(waiver.approved, plan)),
    cell(day(waiver.until) ?? 'no end stated'),
  ]);
  const columns = ['Rule', 'Where', 'Reason', 'Approved by', 'Approved', 'Until'];
  return [{ type: 'table', label: 'Accepted deviations', columns, rows }];
}

function ruleNamed(id: string | undefined): Piece | undefined {
  const rule = id === undefined ? undefined : ruleById(id);
  return rule ? link(urlOf(rule), id) : id;
}
