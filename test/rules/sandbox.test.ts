import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

const sandbox = '    created: 2026-03-03\n    destroyed: 2026-08-07\n    main: {}\n    test: {}\n';
const transfers = 'transfers:\n';
const library = 'masterLibrary:\n  environment: pre-prod\n';

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(...replacements: Replacement[]) {
  const findings = await lint([planFile(changed('planned', ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

describe('the creation of Sandbox', () => {
  const instances = (main: string, other: string): Replacement => [
    sandbox,
    `    destroyed: 2026-08-07\n    main: { created: ${main} }\n    test: { created: ${other} }\n`,
  ];

  test('is that of each instance, where they differ', async () => {
    expect(await found(instances('2026-03-01', '2026-03-17'))).toEqual([
      'sandbox-before-contract at environments.sandbox.main.created',
      'sandbox-late at environments.sandbox.test.created',
    ]);
  });

  test('names the instance that has a date of its own', async () => {
    const text = changed('planned', [
      sandbox,
      sandbox.replace('test: {}', 'test: { created: 2026-03-24 }'),
    ]);
    const findings = await lint([planFile(text)]);
    expect(findings.map(({ message }) => message)).toEqual([
      'Sandbox Test is created on 2026-03-24, 22 days after the contract is signed on 2026-03-02',
    ]);
  });

  test('is not judged where its life is turned around', async () => {
    const turned = sandbox.replace('2026-03-03', '2026-10-01');
    expect(await found([sandbox, turned])).toEqual([
      'environment-life-order at environments.sandbox.destroyed',
    ]);
  });
});

describe('what leaves Sandbox', () => {
  const more = (transfer: string): Replacement => [transfers, `${transfers}  - { ${transfer} }\n`];

  test('is a library first, whatever the method', async () => {
    for (const method of ['odm-xml', 'by-hand', 'copy', 'automatic', 'study-export']) {
      const transfer = `date: 2026-05-04, from: sandbox.main, to: pre-prod, what: study-library, method: ${method}`;
      expect(await found(more(transfer))).toEqual(['sandbox-library-copy at transfers[0].what']);
    }
  });

  test('is not known to leave it where the reference leads nowhere', async () => {
    const transfer =
      'date: 2026-05-04, from: sandbox, to: preprod, what: study-library, method: copy';
    expect(await found(more(transfer))).toEqual(['unknown-reference at transfers[0].to']);
  });

  test('may be anything within it, and out of other environments', async () => {
    const within = 'date: 2026-05-04, from: sandbox.main, to: sandbox.test, what: study-design';
    expect(await found(more(`${within}, method: odm-xml`))).toEqual([]);
    const other = 'date: 2026-07-06, from: pre-prod, to: prod.main, what: study-library';
    expect(await found(more(`${other}, method: copy`))).toEqual([]);
  });
});

describe('exploration after go-live', () => {
  const until = (day: string): Replacement => [
    transfers,
    `activities:\n  - { activity: feature-exploration, instance: sandbox, from: 2026-03-09, to: ${day} }\n${transfers}`,
  ];

  test('is said once where Sandbox is gone as well', async () => {
    expect(await found(until('2026-08-07'))).toEqual([
      'exploration-after-go-live at activities[0].to',
    ]);
    expect(await found(until('2026-08-08'))).toEqual(['environment-not-alive at activities[0].to']);
  });
});

describe('Community Dev', () => {
  const community = '  community:\n    access: 2026-03-16\n';

  test('may have any id', async () => {
    const renamed = '  newest:\n    kind: community\n    access: 2026-03-16\n';
    expect(await found([community, renamed])).toEqual([]);
  });

  test('is not missed where the kind of an environment cannot be told', async () => {
    expect(await found([community, '  comunity:\n    access: 2026-03-16\n'])).toEqual([
      'missing-key at environments.comunity',
    ]);
    const misspelt = '  newest:\n    kind: comunity\n    access: 2026-03-16\n';
    expect(await found([community, misspelt])).toEqual([
      'invalid-value at environments.newest.kind',
    ]);
  });

  test('is not judged on an access that is misspelt or no date', async () => {
    expect(await found([community, '  community:\n    acess: 2026-03-16\n'])).toEqual([
      'unknown-key at environments.community.acess',
    ]);
    expect(await found([community, '  community:\n    access: in March\n'])).toEqual([
      'invalid-date at environments.community.access',
    ]);
  });
});

describe('the master library', () => {
  test('is missed once where it is built in Sandbox', async () => {
    const inSandbox = library.replace('pre-prod', 'sandbox');
    expect(await found([library, inSandbox])).toEqual([
      'master-library-in-sandbox at masterLibrary.environment',
    ]);
  });

  test('is to be built in the Pre-PROD of the plan', async () => {
    const inSandbox = library.replace('pre-prod', 'sandbox');
    const text = changed('planned', [library, inSandbox]).replaceAll('pre-prod', 'model');
    const named = text.replace('  model:\n', '  model:\n    kind: pre-prod\n');
    for (const [plan, id] of [
      [changed('planned', [library, inSandbox]), 'pre-prod'],
      [named, 'model'],
    ] as const) {
      const [finding] = await lint([planFile(plan)]);
      expect(finding?.help).toContain(`\`environment: ${id}\``);
    }
  });

  test('is to be built in Pre-PROD where the plan has none yet', async () => {
    const none = [
      'customer: A',
      'environments: { sandbox: {} }',
      'masterLibrary: { environment: sandbox }',
    ];
    const findings = await lint([planFile(`${none.join('\n')}\n`)]);
    const inSandbox = findings.find(({ rule }) => rule === 'master-library-in-sandbox');
    expect(inSandbox?.help).toContain('`environment: pre-prod`');
  });

  test('is not missed where it is not known where it is built', async () => {
    const unknown = library.replace('pre-prod', 'staging');
    expect(await found([library, unknown])).toEqual([
      'unknown-reference at masterLibrary.environment',
    ]);
    expect(await found([library, 'masterLibrary:\n'])).toEqual(['missing-key at masterLibrary']);
  });
});
