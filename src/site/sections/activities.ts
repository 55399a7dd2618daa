import type { Plan } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, day, head, long, place } from './pieces.ts';

/** What is done where, and by whom. */
export function activityBlocks(plan: Plan): Block[] {
  const rows = plan.activities.map(({ activity, instance, from, to, owner, summary }) => [
    head(activity && label(activity)),
    cell(place(instance, plan)),
    cell(day(from, plan)),
    cell(day(to, plan)),
    cell(owner && label(owner)),
    long(summary),
  ]);
  const columns = ['Activity', 'Instance', 'From', 'To', 'By', 'About'];
  return [{ type: 'table', label: 'Activities', columns, rows }];
}
