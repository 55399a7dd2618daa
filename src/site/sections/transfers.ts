import type { Plan } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, code, day, head, place } from './pieces.ts';

/** What is carried from one environment or instance to another. */
export function transferBlocks(plan: Plan): Block[] {
  const rows = plan.transfers.map(({ date, what, from, to, method, file }) => [
    cell(day(date, plan)),
    head(what && label(what)),
    cell(place(from, plan)),
    cell(place(to, plan)),
    cell(method && label(method)),
    cell(code(file)),
  ]);
  const columns = ['Date', 'What', 'From', 'To', 'How', 'File'];
  return [{ type: 'table', label: 'Transfers', columns, rows }];
}
