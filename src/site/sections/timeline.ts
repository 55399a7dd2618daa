import { timelineRows } from '../../diagram/timeline/index.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { TableBlock } from './blocks.ts';
import { cell, day, head, link, words } from './pieces.ts';

/** All that a plan dates, in order: the timeline as a table. */
export function timelineTable(plan: Plan): TableBlock {
  const rows = timelineRows(plan).map(({ date, title, kind, environment }) => [
    cell(day(date, plan)),
    head(words(title)),
    cell(label(kind)),
    cell(environment && link(environment.href, environment.name)),
  ]);
  const columns = ['Date', 'Event', 'Kind', 'Environment'];
  return { type: 'table', label: 'Dates of the plan', columns, rows };
}
