import { environmentRows } from '../../diagram/environments/index.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import type { TableBlock } from './blocks.ts';
import { cell, day, head, link } from './pieces.ts';

/** Where each environment stands on the status date, and what it came from: the diagram as a table. */
export function environmentsTable(plan: Plan): TableBlock {
  const rows = environmentRows(plan).map((row) => [
    head(link(row.href, [row.environment, row.instance].filter(Boolean).join(' '))),
    cell(row.state),
    cell(row.from === undefined ? row.how : `${row.how} from ${row.from}`),
    row.access === undefined ? cell(day(row.created, plan)) : cell('access', day(row.access, plan)),
    row.ends ? cell(row.ends.by, day(row.ends.date, plan)) : cell(),
    cell(row.release),
    cell(row.changeControl ?? 'none'),
  ]);
  const columns = [
    'Environment',
    'State',
    'Comes from',
    'Created',
    'Ends',
    'Release',
    'Change control',
  ];
  return { type: 'table', label: 'Environments', columns, rows };
}
