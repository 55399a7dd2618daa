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

  test.each(['iq-qb-001', 'IQ-QB- 001', 'IQ-QB-001\\u200b'])(
    '%s is the number IQ-QB-001 to whoever reads it',
    async (written) => {
      const text = changed('live', ['document: IQ-QB-002', `document: "${written}"`]);
      const findings = await lint([planFile(text)]);
      expect(findings.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
        'duplicate-document at environments.val.iq.document',
      ]);
    },
  );

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

describe('what is said', () => {
  const sandboxPair = '    main: {}\n    test: {}\n  pre-prod:';
  const preProdIq = '    iq: { date: 2026-03-27 }\n';

  /** The findings of a plan with some of its text replaced, in words, with the places they lead to. */
  async function said(base: 'planned' | 'live', ...replacements: readonly Replacement[]) {
    const text = changed(base, ...replacements);
    const findings = await lint([planFile(text)]);
    return findings.map(({ message, help, related }) => ({
      message,
      help,
      related: related.map((place) => [
        text.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1),
        place.message,
      ]),
    }));
  }

  test('of a missing IQ names where it may stand', async () => {
    const [single] = await said('planned', [preProdIq, '']);
    expect(single?.help).toBe(
      'Add `iq: { date: … }` to `pre-prod` with the day the IQ is planned for.',
    );
    const [pair] = await said('planned', ['    iq: { date: 2026-05-13 }\n', '']);
    expect(pair?.help).toBe(
      'Add `iq: { date: … }` to `val`, `val.main` or `val.test` with the day the IQ is planned for.',
    );
  });

  test('of a change outside change control needs no day', async () => {
    const changes = '    changes: [{ summary: Try a label, ecr: ECR-1 }]\n';
    const messages = (await said('planned', [sandboxPair, changes + sandboxPair])).map(
      ({ message }) => message,
    );
    expect(messages).toContain(
      'A change of Sandbox has the ECR `ECR-1`, though Sandbox is not under change control',
    );
  });

  test('of evidence that is early leads to the day and to the status date', async () => {
    const findings = await said('planned', [
      preProdIq,
      preProdIq.replace(' }', ', document: IQ-1 }'),
    ]);
    expect(findings.map(({ related }) => related)).toEqual([
      [['2026-03-27', '2026-03-27 is after 2026-03-01, the plan’s status date']],
    ]);
  });

  test('of a missing document leads to the day of the IQ', async () => {
    const findings = await said('live', [', document: IQ-QB-001', '']);
    expect(findings.map(({ related }) => related)).toEqual([[['2026-03-27', 'The day of the IQ']]]);
  });

  test('of who approves their own IQ leads to who prepared it', async () => {
    const iq = 'approvedBy: IQVIA Quality, preparedBy: IQVIA  quality';
    const [finding] = await said('live', ['approvedBy: IQVIA Quality', iq]);
    expect(finding?.message).toBe(
      '`IQVIA Quality` prepared the IQ of Pre-PROD and approved it too',
    );
    expect(finding?.related).toEqual([['IQVIA  quality', 'Who prepared it']]);
  });

  test('of who approves their own change needs no day, and leads to who asked for it', async () => {
    const change = (date: string) =>
      `${preProdIq}    changes: [{ ${date}summary: Set a label, ecr: E-1, requestedBy: Clinic, approvedBy: Clinic }]\n`;
    const own = async (date: string) =>
      (await said('planned', [preProdIq, change(date)])).find(({ message }) =>
        message.includes('asked for'),
      );
    expect(await own('')).toMatchObject({
      message: '`Clinic` asked for the change of Pre-PROD and approved it too',
      related: [['Clinic', 'Who asked for it']],
    });
    expect((await own('date: 2026-04-15, '))?.message).toBe(
      '`Clinic` asked for the change of Pre-PROD on 2026-04-15 and approved it too',
    );
  });
});

describe('each instance waits for its own IQ', () => {
  const pair = (main: string, other: string) =>
    `    main: { iq: { date: ${main} } }\n    test: { iq: { date: ${other} } }\n  community:`;
  const change = (of: string) =>
    `    changes: [{ date: 2026-07-07, summary: Set a label, instances: ${of}, by: iqvia }]\n`;
  const atChange = ['ecr-before-iq at environments.prod.changes[0].date'];

  test.each([
    ['main', '2026-07-08', '2026-07-07', atChange],
    ['main', '2026-07-07', '2026-07-08', []],
    ['test', '2026-07-07', '2026-07-08', atChange],
    ['test', '2026-07-08', '2026-07-07', []],
  ])('before a change of %s, Main on %s and Test on %s', async (of, main, other, expected) => {
    const findings = await found('planned', [prodIq, change(of)], [prodPair, pair(main, other)]);
    expect(findings.filter((finding) => finding.startsWith('ecr-before-iq'))).toEqual(expected);
  });

  test('before a change, unless nobody knows which one is the first', async () => {
    const some = '    main: { iq: { date: 2026-07-08 } }\n    test: {}\n  community:';
    const findings = await found(
      'planned',
      [prodIq, change('main').replace('instances: main, ', '')],
      [prodPair, some],
    );
    expect(findings).toEqual(['iq-missing at environments.prod.test']);
  });

  test('before users get access to Main, whoever they are', async () => {
    const late = pair('2026-07-17', '2026-07-07');
    const text = changed(
      'planned',
      [prodIq, ''],
      [prodPair, late],
      ['  - group: Clinic staff\n    role', '  - role'],
    );
    const findings = await lint([planFile(text)]);
    expect(findings.map(({ message }) => message)).toContain(
      'Users get access to PROD Main on 2026-07-16, before the IQ of PROD Main on 2026-07-17',
    );
  });

  test('before users get access to Main, and not for that of Test', async () => {
    const late = pair('2026-07-07', '2026-07-17');
    const findings = await found('planned', [prodIq, ''], [prodPair, late]);
    expect(findings.filter((finding) => finding.includes('mainAccess'))).toEqual([]);
  });
});

test('numbers of QC reports stand outside the numbers of other documents', async () => {
  const migration = `sourceDatabase: VolTrak 5
migration:
  specification: MS version 1
  iterations:
    - { qcReport: IQ-QB-001 }
    - { qcReport: IQ-QB-001 }
`;
  const findings = await found('live', ['sourceDatabase: none\n', migration]);
  expect(findings.filter((finding) => finding.startsWith('duplicate-document'))).toEqual([]);
});
