import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

const environment = '  migration: { created: 2026-03-24, destroyed: 2026-05-08 }\n';
const iterations = `  iterations:
    - { specReviewed: 2026-04-01, loaded: 2026-04-10, reviewed: 2026-04-24, outcome: accepted, qcReport: QC-1 }
`;
const block = `migration:
  specification: Migration Specification 1.0
${iterations}  acceptance: { date: 2026-04-27, environment: migration }
  approval: { date: 2026-04-28, by: customer }
  databaseMigrated: 2026-07-06
`;

/** A plan that has been carried out and has a volunteer database migration with these parts. */
function live(parts: { sourceDatabase?: string; environment?: string; block?: string } = {}) {
  const database = `sourceDatabase: ${parts.sourceDatabase ?? 'VolTrak 5'}\n`;
  return changed(
    'live',
    ['sourceDatabase: none\n', database + (parts.block ?? block)],
    ['environments:\n', `environments:\n${parts.environment ?? environment}`],
  );
}

async function found(text: string) {
  const findings = await lint([planFile(text)]);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

test('a migration that is in order gives no finding', async () => {
  expect(await found(live())).toEqual([]);
});

describe('without a migration block', () => {
  test.each([
    ['', ''],
    ['', environment],
    [
      'migration:\n',
      '  migration:\n    created: 2026-03-24\n    destroyed: 2026-05-08\n    changes: [{ date: 2026-04-13, summary: Add a status }]\n',
    ],
  ])('the missing key is all that is said: %j, %j', async (none, migration) => {
    expect(await found(live({ block: none, environment: migration }))).toEqual([
      'missing-key sourceDatabase',
    ]);
  });

  test('a misspelt one is all that is said', async () => {
    const text = live({ block: block.replace('migration:', 'migratoin:') });
    expect(await found(text)).toEqual(['unknown-key migratoin']);
  });
});

describe('without a source database', () => {
  test('nothing else is said of what is not needed', async () => {
    const text = live({
      sourceDatabase: 'NONE',
      environment: '  migration: { created: 2026-03-24, iq: { date: 2026-03-26 } }\n',
      block: 'migration:\n  approval: { date: 2026-08-03, by: iqvia }\n',
    });
    expect(await found(text)).toEqual(['migration-environment-unneeded environments.migration']);
  });

  test('a plan that does not say whether there is one is not told that it needs one', async () => {
    const text = live({ environment: '', block: block.replace(', environment: migration', '') });
    expect(await found(text.replace('sourceDatabase: VolTrak 5\n', ''))).toEqual(['missing-key ']);
  });
});

describe('the Migration environment', () => {
  test('is missing once, though the acceptance test names it', async () => {
    const text = live({ environment: '' });
    expect(await found(text)).toEqual(['migration-environment-missing environments']);
  });

  test('may be the one whose kind is misspelt', async () => {
    const text = live({
      environment:
        '  trial-load: { kind: migratoin, created: 2026-03-24, destroyed: 2026-05-08 }\n',
      block: block.replace('environment: migration', 'environment: trial-load'),
    });
    expect(await found(text)).toEqual(['invalid-value environments.trial-load.kind']);
  });

  test('has an id of its own', async () => {
    const text = live({
      environment:
        '  trial-load: { kind: migration, created: 2026-03-24, destroyed: 2026-05-08 }\n',
      block: block.replace('environment: migration', 'environment: trial-load'),
    });
    expect(await found(text)).toEqual([]);
  });

  test('is not told about the ECR of a change that will be lost', async () => {
    const changes = 'changes: [{ date: 2026-04-13, summary: Add a status, ecr: ECR-9 }]';
    const text = live({ environment: environment.replace(' }', `, ${changes} }`) });
    expect(await found(text)).toEqual([
      'migration-configuration-change environments.migration.changes',
    ]);
  });
});

describe('iterations', () => {
  test('an unreviewed last one is one mistake, though the scripts are approved', async () => {
    const text = live({
      block: block.replace('reviewed: 2026-04-24, outcome: accepted', 'outcome: changes-needed'),
    });
    expect(await found(text)).toEqual(['migration-iteration-unreviewed migration.iterations[0]']);
  });

  test('a date that is before two others is wrong once', async () => {
    const text = live({
      block: block.replace(
        iterations,
        `${iterations}    - { specReviewed: 2026-04-20, loaded: 2026-04-02, reviewed: 2026-04-25, outcome: accepted, qcReport: QC-2 }\n`,
      ),
    });
    expect(await found(text)).toEqual(['migration-iteration-order migration.iterations[1].loaded']);
  });

  test('that could not be read are not missing', async () => {
    const text = live({ block: block.replace(iterations, '  iterations: [first, second]\n') });
    expect(await found(text)).toEqual([
      'invalid-value migration.iterations[0]',
      'invalid-value migration.iterations[1]',
    ]);
  });

  test('owe nothing where nobody knows the day', async () => {
    const bare = block.replace(', reviewed: 2026-04-24, outcome: accepted, qcReport: QC-1', '');
    const text = live({ block: bare }).replace('statusDate: 2026-08-31\n', '');
    expect(await found(text)).toEqual(['missing-key ']);
  });
});

test('an approval that comes too late for everything is wrong once', async () => {
  const text = live({ block: block.replace('date: 2026-04-28', 'date: 2026-07-28') });
  expect(await found(text)).toEqual(['migration-approval-after-load migration.approval.date']);
});

test('an acceptance test in an environment that the plan does not have is only that', async () => {
  const text = live({ block: block.replace('environment: migration', 'environment: staging') });
  expect(await found(text)).toEqual(['unknown-reference migration.acceptance.environment']);
});

test('an acceptance test in Community Dev is told by the rule of that environment', async () => {
  const text = live({ block: block.replace('environment: migration', 'environment: community') });
  expect(await found(text)).toEqual(['community-formal-use migration.acceptance.environment']);
});

test('a misspelt step is not missing as well', async () => {
  const text = live({ block: block.replace('acceptance:', 'aceptance:') });
  expect(await found(text)).toEqual(['unknown-key migration.aceptance']);
});
