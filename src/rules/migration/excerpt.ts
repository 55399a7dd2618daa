import { text } from '../example.ts';

/** The parts of a migration that is planned in good order. */
const inOrder = {
  sourceDatabase: 'sourceDatabase: Volunteer register',
  environments: 'environments:',
  environment: 'migration: { created: 2026-03-24, destroyed: 2026-05-08 }',
  block: 'migration:',
  specification: 'specification: Migration Specification 1.0',
  testVolunteers: '',
  iterations: text`
    iterations:
      - { specReviewed: 2026-04-01, loaded: 2026-04-10, reviewed: 2026-04-24 }
  `,
  acceptance: 'acceptance: { date: 2026-04-27, environment: migration }',
  approval: 'approval: { date: 2026-04-28, by: customer }',
  databaseMigrated: 'databaseMigrated: 2026-07-06',
};

/**
 * The migration of an example: in order but for the parts that the example is about, which it gives
 * in its own words; an empty part is left out.
 */
export function migrating(own: Partial<typeof inOrder> = {}): string {
  const { sourceDatabase, environments, environment, block, ...steps } = { ...inOrder, ...own };
  return [
    sourceDatabase,
    ...(environment ? [environments, ...indented(environment)] : []),
    ...(block ? [block, ...Object.values(steps).flatMap(indented)] : []),
    '',
  ].join('\n');
}

function indented(part: string): string[] {
  const lines = part.split('\n').filter((line) => line !== '');
  return lines.map((line) => `  ${line}`);
}
