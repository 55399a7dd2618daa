import type { Plan } from '../../lifecycle/plan.ts';
import type { Block } from './blocks.ts';
import { cell, day, head, long } from './pieces.ts';

/** Decisions about the configuration, and when they were configured. */
export function decisionBlocks(plan: Plan): Block[] {
  const rows = plan.decisions.map(({ id, made, summary, applied }) => [
    head(id),
    cell(day(made, plan)),
    long(summary),
    cell(day(applied, plan) ?? 'not yet'),
  ]);
  const columns = ['Decision', 'Made', 'What was decided', 'Configured in Pre-PROD'];
  return [{ type: 'table', label: 'Decisions', columns, rows }];
}
