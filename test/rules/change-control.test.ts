import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(base: 'planned' | 'live', ...replacements: readonly Replacement[]) {
  const findings = await lint([planFile(changed(base, ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

const valPair = '    main: {}\n    test: {}\n  prod:';
const prodIq = '    iq: { date: 2026-07-07 }\n';
const prodPair = '    main: {}\n    test: {}\n  community:';
const started = 'started: 2026-05-14';

describe('iq-missing', () => {
  const valIq = '    iq: { date: 2026-05-13 }\n';

  test('says once that a pair has none', async () => {
    expect(await found('planned', [valIq, ''])).toEqual(['iq-missing at environments.val']);
  });

  test('leaves it to another rule that an instance is missing', async () => {
    const one = '    main: { iq: { date: 2026-05-13 } }\n  prod:';
    expect(await found('planned', [valIq, ''], [valPair, one])).toEqual([
      'pair-incomplete at environments.val',
    ]);
  });

  test('is silent where the IQ that is there cannot be read', async () => {
    expect(await found('planned', [valIq, '    iq: 2026-05-13\n'])).toEqual([
      'invalid-value at environments.val.iq',
    ]);
    const main = '    main: { iq: soon }\n    test: {}\n  prod:';
    expect(await found('planned', [valIq, ''], [valPair, main])).toEqual([
      'invalid-value at environments.val.main.iq',
    ]);
  });
});

test('an IQ outside change control is one finding, whatever else is wrong with it', async () => {
  const iq = 'iq: { date: 2026-03-01, preparedBy: IQVIA, approvedBy: iqvia }';
  const sandbox = '    main: {}\n    test: {}\n  pre-prod:';
  expect(await found('live', [sandbox, `    main: {}\n    test: { ${iq} }\n  pre-prod:`])).toEqual([
    'iq-on-uncontrolled at environments.sandbox.test.iq',
  ]);
});

test('an IQ before its instance is one finding', async () => {
  expect(await found('planned', [prodIq, '    iq: { date: 2026-07-05 }\n'])).toEqual([
    'iq-before-creation at environments.prod.iq.date',
  ]);
});

describe('use-before-iq', () => {
  test('is silent where the instance does not exist yet', async () => {
    expect(await found('planned', [started, 'started: 2026-05-08'])).toEqual([
      'environment-not-alive at validations[0].started',
    ]);
  });

  test('leaves go-live before PROD to the rule on it', async () => {
    const test =
      '    main: {}\n    test: { created: 2026-07-08, iq: { date: 2026-07-10 } }\n  community:';
    const findings = await found(
      'planned',
      [prodPair, test],
      ['goLive: 2026-07-20', 'goLive: 2026-07-07'],
    );
    expect(findings).toContain('go-live-before-prod at goLive');
    expect(findings).not.toContain('use-before-iq at goLive');
  });

  test('waits for the last IQ of a pair, and says so once', async () => {
    const pair = `    main: { iq: { date: 2026-05-15 } }
    test: { iq: { date: 2026-05-18 } }
  prod:`;
    const [finding, ...others] = await lint([
      planFile(changed('planned', ['    iq: { date: 2026-05-13 }\n', ''], [valPair, pair])),
    ]);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      'The validation in VAL starts on 2026-05-14, before the IQ of VAL Test on 2026-05-18',
    );
    expect(finding?.related).toHaveLength(1);
  });
});

describe('ecr-before-iq', () => {
  const change = (words: string) =>
    `${prodIq}    changes: [{ date: 2026-07-06, summary: Set a label, ${words} }]\n`;

  test('takes the first IQ where it is not said which instance is changed', async () => {
    const pair = `    main: { iq: { date: 2026-07-06 } }
    test: { iq: { date: 2026-07-07 } }
  community:`;
    const without = (words: string) => change(words).replace(prodIq, '');
    expect(await found('planned', [prodIq, without('by: iqvia')], [prodPair, pair])).toEqual([]);
    expect(await found('planned', [prodIq, without('instances: both')], [prodPair, pair])).toEqual([
      'ecr-before-iq at environments.prod.changes[0].date',
    ]);
  });

  test('is silent where the environment does not exist yet', async () => {
    const early = change('by: iqvia').replace('2026-07-06', '2026-07-05');
    expect(await found('planned', [prodIq, early])).toEqual([
      'environment-not-alive at environments.prod.changes[0].date',
    ]);
  });
});

test('an ECR in Sandbox is one finding, planned or not', async () => {
  const sandbox = '    main: {}\n    test: {}\n  pre-prod:';
  const changes = '    changes: [{ date: 2026-04-15, summary: Try a label, ecr: ECR-1 }]\n';
  const expected = ['ecr-on-uncontrolled at environments.sandbox.changes[0].ecr'];
  expect(await found('planned', [sandbox, changes + sandbox])).toEqual(expected);
  expect(await found('live', [sandbox, changes + sandbox])).toEqual(expected);
});

test('without a status date nothing is owed and nothing is early', async () => {
  const change = '    changes: [{ date: 2026-04-15, summary: Set a label, ecr: ECR-1 }]\n';
  const status: Replacement = ['statusDate: 2026-03-01', 'statusDate: soon'];
  const preProdIq = '    iq: { date: 2026-03-27 }\n';
  expect(await found('planned', status, [preProdIq, preProdIq + change])).toEqual([
    'invalid-date at statusDate',
  ]);
});

describe('duplicate-document', () => {
  const number = (base: string) =>
    base.replaceAll('QB', 'LF').replace('Quillon Bay Research', 'Larkfield');

  test('the first in the file is the one that holds, whatever block it stands in', async () => {
    const text = changed('live', ['report: VR-QB-001', 'report: IQ-QB-002']);
    const [customer, ...blocks] = text.split(/^(?=\w)/m);
    const validations = blocks.find((block) => block.startsWith('validations:'));
    const turned = [customer, validations, ...blocks.filter((block) => block !== validations)];
    const findings = await lint([planFile(turned.join(''))]);
    expect(findings.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
      'duplicate-document at environments.val.iq.document',
    ]);
    expect(findings[0]?.related).toMatchObject([{ line: 3 }]);
  });

  test('three of a number are two findings, both related to the first', async () => {
    const findings = await lint([
      planFile(changed('live', ['IQ-QB-002', 'IQ-QB-001'], ['IQ-QB-003', 'IQ-QB-001'])),
    ]);
    expect(findings.map(({ path }) => path)).toEqual([
      'environments.val.iq.document',
      'environments.prod.iq.document',
    ]);
    expect(findings[1]?.related).toEqual(findings[0]?.related);
  });

  test('numbers are compared across the plans of a run', async () => {
    const quillon = planFile(changed('live'), 'quillon-bay.yaml');
    const larkfield = planFile(
      number(changed('live')).replace('IQ-LF-002', 'IQ-QB-002'),
      'larkfield.yaml',
    );
    const findings = await lint([quillon, larkfield]);
    expect(findings.map(({ rule, file, path }) => `${rule} in ${file} at ${path}`)).toEqual([
      'duplicate-document in quillon-bay.yaml at environments.val.iq.document',
    ]);
    expect(findings[0]?.related).toMatchObject([{ file: 'larkfield.yaml' }]);
  });

  test('the place in the other plan is not taken for one in this plan', async () => {
    const quillon = planFile(changed('live', ['IQ-QB-001', '[]']), 'quillon-bay.yaml');
    const text = number(changed('live')).replace('IQ-LF-001', 'IQ-QB-002');
    const findings = await lint([quillon, planFile(text, 'larkfield.yaml')]);
    expect(findings.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
      'invalid-value at environments.pre-prod.iq.document',
      'duplicate-document at environments.val.iq.document',
    ]);
  });
});
