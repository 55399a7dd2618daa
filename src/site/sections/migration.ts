import { iterationsOf, type Migration } from '../../lifecycle/migration.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { label } from '../format/labels.ts';
import type { Block } from './blocks.ts';
import { cell, day, facts, head, line, type Part, place, strong } from './pieces.ts';

/** The volunteer database migration: its iterations, acceptance and approval, and the day of the move. */
export function migrationBlocks(plan: Plan): Block[] {
  const { migration, sourceDatabase } = plan.facts;
  const known = facts(
    ['Legacy database', sourceDatabase ?? line()],
    ['Specification', migration?.specification],
    ['Test volunteers', testVolunteers(migration)],
    ['Acceptance test', ...acceptance(plan, migration)],
    ['Scripts approved', ...approval(plan, migration)],
    ['Legacy database frozen', day(migration?.legacyFrozen, plan)],
    ['Data migrated into PROD', day(migration?.databaseMigrated, plan)],
  );
  return [known, ...iterations(plan)];
}

function testVolunteers(migration: Migration | undefined): string | undefined {
  const { count, data } = migration?.testVolunteers ?? {};
  const known = [count, data].filter((part) => part !== undefined);
  return known.length > 0 ? known.join(', ') : undefined;
}

function acceptance(plan: Plan, migration: Migration | undefined): Part[] {
  if (!migration?.acceptance) return [];
  const { document, date, environment } = migration.acceptance;
  const where = place(environment, plan);
  return [strong(document), day(date, plan) ?? line(), ...(where ? ['in', where] : [])];
}

function approval(plan: Plan, migration: Migration | undefined): Part[] {
  if (!migration?.approval) return [];
  const { date, name, by } = migration.approval;
  const who = [name, by && label(by)].filter(Boolean).join(', ');
  return [day(date, plan) ?? line(), who && `by ${who}`];
}

function iterations(plan: Plan): Block[] {
  const rows = iterationsOf(plan).map(({ number, iteration }) => [
    head(String(number)),
    cell(day(iteration.specReviewed, plan)),
    cell(day(iteration.loaded, plan)),
    cell(day(iteration.reviewed, plan)),
    cell(iteration.outcome && label(iteration.outcome)),
    cell(iteration.qcReport),
  ]);
  const columns = [
    'Iteration',
    'Specification reviewed',
    'Loaded',
    'Reviewed',
    'Outcome',
    'QC Import Report',
  ];
  return rows.length > 0 ? [{ type: 'table', label: 'Migration iterations', columns, rows }] : [];
}
