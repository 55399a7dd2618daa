import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

async function found(base: 'planned' | 'live', integrations: string, ...without: string[]) {
  const removed = without.map((text) => [text, ''] as const);
  const block = `integrations:\n${integrations}\nvalidations:`;
  const text = changed(base, ['validations:', block], ...removed);
  const findings = await lint([planFile(text)]);
  return findings.map(({ rule, path }) => `${rule} ${path}`);
}

test('an instance that the plan does not have is only that', async () => {
  const sso = '  sso: [{ instance: prd }]';
  expect(await found('planned', sso)).toEqual(['unknown-reference integrations.sso[0].instance']);
});

test('a pair with untested signatures has two faults', async () => {
  const sso = '  sso: [{ instance: prod, enabled: 2026-07-09 }]';
  expect(await found('live', sso)).toEqual([
    'signatures-untested integrations.sso[0]',
    'sso-not-per-instance integrations.sso[0].instance',
  ]);
});

test('without a status date no test of signatures is owed', async () => {
  const sso = '  sso: [{ instance: prod.main, enabled: 2026-07-09 }]';
  expect(await found('live', sso, 'statusDate: 2026-08-31\n')).toEqual(['missing-key ']);
});

test('a misspelt test of signatures is not missing as well', async () => {
  const sso = '  sso: [{ instance: prod.main, enabled: 2026-07-09, signatureTested: 2026-07-09 }]';
  expect(await found('live', sso)).toEqual(['unknown-key integrations.sso[0].signatureTested']);
});

test('an answer about a lab that cannot be read is not missing as well', async () => {
  const labs = '  labs: [{ name: Northgate, testEnvironment: yes }]';
  expect(await found('planned', labs)).toEqual([
    'invalid-value integrations.labs[0].testEnvironment',
  ]);
});
