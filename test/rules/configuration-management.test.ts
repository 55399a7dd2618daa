import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { readPlans } from '../../src/source/discover.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

const byHand = 'to: pre-prod, what: configuration, method: by-hand';
const clonedFrom = '    clonedFrom: pre-prod\n';
const preProdReports = '    reports:\n      - { date: 2026-05-08 }\n';
const valReports = '    reports:\n      - { date: 2026-05-13, comparedWith: pre-prod }\n';
const prodReport = '- { date: 2026-07-07, comparedWith: pre-prod }';

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(base: 'planned' | 'live', ...replacements: Replacement[]) {
  const findings = await lint([planFile(changed(base, ...replacements))]);
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

describe('the configuration on its way to Pre-PROD', () => {
  test('is missed once, where it goes by another way than by hand', async () => {
    const automatic = byHand.replace('by-hand', 'automatic');
    expect(await found('planned', [byHand, automatic])).toEqual([
      'automatic-configuration-transfer at transfers[0].method',
    ]);
  });

  test('is not out of the scope of ODM as well', async () => {
    const odm = byHand.replace('by-hand', 'odm-xml');
    expect(await found('planned', [byHand, odm])).toEqual([
      'automatic-configuration-transfer at transfers[0].method',
    ]);
  });

  test.each([
    [
      'a reference leads nowhere',
      'from: sandbox,',
      'from: sandbocks,',
      'unknown-reference',
      'from',
    ],
    ['a value is wrong', 'what: configuration', 'what: config', 'invalid-value', 'what'],
    ['a key is misspelt', 'what: configuration', 'wat: configuration', 'unknown-key', 'wat'],
    ['the method is no word', 'method: by-hand', 'method: by hands', 'invalid-value', 'method'],
  ])('is not missed where %s', async (_, from, to, rule, key) => {
    expect(await found('planned', [from, to])).toEqual([`${rule} at transfers[0].${key}`]);
  });

  test('is missed once, where it goes elsewhere', async () => {
    const elsewhere = byHand.replace('pre-prod', 'val');
    const after: Replacement = ['date: 2026-05-04', 'date: 2026-05-11'];
    expect(await found('planned', [byHand, elsewhere], after)).toEqual([
      'configuration-by-hand-elsewhere at transfers[0].to',
    ]);
  });

  test.each([
    ['a library', 'from: sandbox, to: pre-prod, what: study-library, method: by-hand'],
    ['from Community Dev', 'from: community, to: pre-prod, what: configuration, method: by-hand'],
  ])('is missed whatever else cannot be read: %s', async (_, transfer) => {
    const right = 'from: sandbox, to: pre-prod, what: configuration, method: by-hand';
    const doubtful = 'from: val, to: prod, what: study-design, method: odd';
    const findings = await found('planned', [
      `- { date: 2026-05-04, ${right} }`,
      `- { date: 2026-05-04, ${doubtful} }\n  - { date: 2026-05-11, ${transfer} }`,
    ]);
    expect(findings).toContain('invalid-value at transfers[0].method');
    expect(findings).toContain('configuration-by-hand-missing at ');
  });

  test('is entered in Pre-PROD alone, and nothing else counts as that', async () => {
    const more = (transfer: string): Replacement => [
      'transfers:\n',
      `transfers:\n  - { date: 2026-06-01, ${transfer} }\n`,
    ];
    const into = async (transfer: string) =>
      (await found('planned', more(transfer))).filter((finding) =>
        finding.startsWith('configuration-by-hand-elsewhere'),
      );
    expect(await into('from: pre-prod, to: val, what: study-design, method: by-hand')).toEqual([]);
    expect(await into('from: pre-prod, to: val, what: configuration, method: copy')).toEqual([]);
    expect(await into('from: pre-prod, to: val, what: configuration, method: by-hand')).toEqual([
      'configuration-by-hand-elsewhere at transfers[0].to',
    ]);
  });

  test('is missed where it comes from elsewhere', async () => {
    const from: Replacement = ['from: sandbox,', 'from: community,'];
    expect(await found('planned', from)).toEqual(['configuration-by-hand-missing at ']);
  });
});

describe('the source of VAL', () => {
  test.each([
    ['elsewhere', '    clonedFrom: sandbox\n', 'environments.val.clonedFrom'],
    ['PROD, and so with volunteers’ data', '    clonedFrom: prod\n', 'environments.val.clonedFrom'],
    ['nowhere', '', 'environments.val'],
  ])('is wrong once where it is %s', async (_, source, path) => {
    expect(await found('live', [clonedFrom, source])).toEqual([
      `val-not-cloned-from-pre-prod at ${path}`,
    ]);
  });

  test('is not judged where the key is misspelt, or leads nowhere', async () => {
    expect(await found('live', [clonedFrom, '    cloneFrom: pre-prod\n'])).toEqual([
      'unknown-key at environments.val.cloneFrom',
    ]);
    expect(await found('live', [clonedFrom, '    clonedFrom: staging\n'])).toEqual([
      'unknown-reference at environments.val.clonedFrom',
    ]);
  });

  test('may have any id', async () => {
    const text = changed('live').replaceAll('pre-prod', 'staging');
    const plan = text.replace('  staging:\n', '  staging:\n    kind: pre-prod\n');
    expect(await lint([planFile(plan)])).toEqual([]);
  });
});

describe('the day VAL is cloned', () => {
  const val = 'created: 2026-05-11\n    destroyed: 2026-07-31';
  const instances = (main: string, other: string): Replacement[] => [
    [val, 'destroyed: 2026-07-31'],
    [
      `${valReports}    main: {}\n    test: {}`,
      `${valReports}    main: { created: ${main} }\n    test: { created: ${other} }`,
    ],
  ];

  test('is that of each instance, where they differ', async () => {
    expect(await found('planned', ...instances('2026-05-07', '2026-05-11'))).toEqual([
      'val-before-configuration-final at environments.val.main.created',
    ]);
    expect(await found('planned', ...instances('2026-05-08', '2026-05-11'))).toEqual([]);
  });

  test('starts what counts as an adjustment, and promotion ends it', async () => {
    const change = (date: string): Replacement => [
      preProdReports,
      `    changes: [{ date: ${date}, summary: Widen the kit labels, size: major }]\n${preProdReports}`,
    ];
    expect(await found('planned', change('2026-05-11'))).toEqual([]);
    expect(await found('planned', change('2026-07-06'))).toEqual([
      'adjustment-without-finding at environments.pre-prod.changes[0]',
      'adjustment-not-minor at environments.pre-prod.changes[0].size',
    ]);
    expect(await found('planned', change('2026-07-07'))).toEqual([
      'environment-not-alive at environments.pre-prod.changes[0].date',
    ]);
  });
});

describe('Configuration Reports', () => {
  test('that are not there at all are missed once', async () => {
    expect(await found('live', [valReports, ''])).toEqual([
      'configuration-report-missing at environments.val',
    ]);
  });

  test('are not missed where they are misspelt, or the comparison is', async () => {
    expect(await found('live', [valReports, valReports.replace('reports', 'report')])).toEqual([
      'unknown-key at environments.val.report',
    ]);
    expect(
      await found('live', [valReports, valReports.replace('comparedWith', 'comparedTo')]),
    ).toEqual(['unknown-key at environments.val.reports[0].comparedTo']);
    expect(await found('live', [prodReport, prodReport.replace('pre-prod', 'preprod')])).toEqual([
      'unknown-reference at environments.prod.reports[0].comparedWith',
    ]);
  });

  test('count where they are planned', async () => {
    const planned = prodReport.replace('2026-07-07', '2026-09-14');
    expect(await found('live', [prodReport, planned])).toEqual([]);
  });

  test('are not stale where one of them has no sound date', async () => {
    const change =
      'changes: [{ date: 2026-08-10, summary: Add a printer, ecr: E-1, approvedBy: QA }]';
    const withChange: Replacement = [
      `    reports:\n      ${prodReport}`,
      `    ${change}\n    reports:\n      ${prodReport}\n      - { date: 10 August }`,
    ];
    expect(await found('live', withChange)).toEqual([
      'invalid-date at environments.prod.reports[1].date',
    ]);
  });

  test('are owed by nobody where it is not known what has happened', async () => {
    const withoutStatus: Replacement = ['statusDate: 2026-08-31\n', ''];
    expect(await found('live', withoutStatus, [valReports, ''])).toEqual(['missing-key at ']);
  });

  test('are owed once one instance has its IQ', async () => {
    const iq = '    iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }\n';
    const instances = (date: string): Replacement[] => [
      [iq, ''],
      [
        `    reports:\n      ${prodReport}\n    main: {}\n    test: {}`,
        `    main: { iq: { date: ${date}, document: IQ-QB-003, approvedBy: IQVIA Quality } }\n    test: { iq: { date: 2026-09-07 } }`,
      ],
    ];
    const findings = await found('live', ...instances('2026-07-07'));
    expect(findings).toContain('configuration-report-missing at environments.prod');
  });
});

describe('the file of a Configuration Report', () => {
  let root = '';

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'waypost-reports-'));
    const plans = join(root, 'plans');
    await mkdir(join(plans, 'reports'), { recursive: true });
    await writeFile(join(root, 'elsewhere.pdf'), '%PDF-1.7\n');
    await writeFile(join(plans, 'reports', 'final.pdf'), '%PDF-1.7\n');
    await writeFile(join(plans, 'reports', 'text.pdf'), 'A report %PDF-1.7\n');
    await writeFile(join(plans, 'reports', 'short.pdf'), '%PD');
    await symlink('final.pdf', join(plans, 'reports', 'link.pdf'));
    await symlink('../../elsewhere.pdf', join(plans, 'reports', 'way-out.pdf'));
    await symlink('..', join(plans, 'up'));
    await symlink('circle.pdf', join(plans, 'circle.pdf'));
    await symlink('/dev/zero', join(plans, 'device.pdf'));
    await symlink('plans', join(root, 'linked'));
    execFileSync('mkfifo', [join(plans, 'pipe.pdf')]);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  /** What is found where the report of Pre-PROD has this file. */
  async function foundFor(file: string, { date = '2026-05-08', folder = 'plans' } = {}) {
    const report = `    reports:\n      - { date: ${date}, file: ${file} }\n`;
    const path = join(root, 'plans', 'acme.yaml');
    await writeFile(path, changed('live', [preProdReports, report]));
    const { files } = await readPlans([join(root, folder)], root);
    const findings = await lint(files);
    return findings.map(({ rule, message, path: at }) => {
      expect([rule, at]).toEqual([
        'configuration-report-file',
        'environments.pre-prod.reports[0].file',
      ]);
      return message.replace(/^The Configuration Report `.*` of Pre-PROD /, '');
    });
  }

  test.each([['reports/final.pdf'], ['./reports/../reports/final.pdf'], ['reports/link.pdf']])(
    'is found: %s',
    async (file) => {
      expect(await foundFor(file)).toEqual([]);
    },
  );

  test.each([
    ['reports/missing.pdf', 'is not there'],
    ['reports/final.pdf/page-1.pdf', 'is not there'],
    ['reports\\final.pdf', 'is not there'],
    ['reports', 'is not a file'],
    ['.', 'is not a file'],
    ['pipe.pdf', 'is not a file'],
    ['reports/text.pdf', 'is not a PDF: it does not begin with `%PDF-`'],
    ['reports/short.pdf', 'is not a PDF: it does not begin with `%PDF-`'],
    ['reports/way-out.pdf', 'lies outside the plan’s folder'],
    ['up/elsewhere.pdf', 'lies outside the plan’s folder'],
    ['device.pdf', 'lies outside the plan’s folder'],
    ['circle.pdf', 'cannot be read'],
    [`${'long'.repeat(200)}.pdf`, 'is not there'],
  ])('is no PDF beside the plan: %s', async (file, fault) => {
    expect(await foundFor(file)).toEqual([fault]);
  });

  test.each([
    ['/elsewhere.pdf', 'is given by an absolute path'],
    ['\\\\server\\share\\final.pdf', 'is given by an absolute path'],
    ['C:\\reports\\final.pdf', 'is given by an absolute path'],
    ['c:final.pdf', 'is given by an absolute path'],
    ['https://files.example.com/final.pdf', 'is given by a URL'],
    ['file:///srv/final.pdf', 'is given by a URL'],
    ['../elsewhere.pdf', 'lies outside the plan’s folder'],
    ['../plans/reports/final.pdf', 'lies outside the plan’s folder'],
    ['reports\\..\\..\\elsewhere.pdf', 'lies outside the plan’s folder'],
  ])('cannot be where it is said to be, at any time: %s', async (file, fault) => {
    expect(await foundFor(file, { date: '2026-05-08' })).toEqual([fault]);
    const planned = preProdReports.replace('2026-05-08', `2026-05-08, file: '${file}'`);
    const [finding] = await lint([planFile(changed('planned', [preProdReports, planned]))]);
    expect(finding?.message).toContain(fault);
  });

  test('is looked for beside the plan, even through a link', async () => {
    expect(await foundFor('reports/final.pdf', { folder: 'linked' })).toEqual([]);
  });

  test('is not looked for before the report is taken, or where there is no folder', async () => {
    const missing = preProdReports.replace('2026-05-08', '2026-05-08, file: missing.pdf');
    expect(await found('planned', [preProdReports, missing])).toEqual([]);
    expect(await found('live', [preProdReports, missing])).toEqual([]);
    const report = `${prodReport}\n      - { date: 2026-09-14, file: missing.pdf }`;
    await writeFile(join(root, 'plans', 'acme.yaml'), changed('live', [prodReport, report]));
    const { files } = await readPlans([join(root, 'plans')], root);
    expect(await lint(files)).toEqual([]);
  });
});

describe('findings lead to', () => {
  /** The words that the findings of a rule lead to, and what is said of them there. */
  async function places(rule: string, base: 'planned' | 'live', ...replacements: Replacement[]) {
    const text = changed(base, ...replacements);
    const findings = (await lint([planFile(text)])).filter((finding) => finding.rule === rule);
    return findings.map(({ related }) =>
      related.map((place) => [
        text.split('\n')[place.line - 1]?.slice(place.column - 1, place.endColumn - 1),
        place.message,
      ]),
    );
  }

  const adjustment = (words: string): Replacement => [
    preProdReports,
    `    changes: [{ date: 2026-06-15, summary: Widen the kit labels${words} }]\n${preProdReports}`,
  ];
  const cloning = [['2026-05-11', 'VAL is cloned on 2026-05-11']];

  test.each([
    ['adjustment-without-finding', ', size: minor'],
    ['adjustment-not-minor', ', size: major'],
    ['adjustment-not-minor', ''],
  ])('the cloning of VAL: %s%s', async (rule, words) => {
    expect(await places(rule, 'planned', adjustment(words))).toEqual([cloning]);
  });

  test('the change and the report that does not show it', async () => {
    const change =
      '    changes: [{ date: 2026-08-10, summary: Add a printer, ecr: E-1, approvedBy: QA }]\n';
    const reports = `    reports:\n      ${prodReport}\n`;
    expect(await places('configuration-report-stale', 'live', [reports, change + reports])).toEqual(
      [
        [
          ['2026-08-10', 'The change is made on 2026-08-10'],
          ['2026-07-07', 'The newest report is of 2026-07-07'],
        ],
      ],
    );
  });
});

test('an adjustment whose day is in doubt is judged by nobody', async () => {
  const change =
    '    changes: [{ date: 2026-06-31, summary: Widen the kit labels, size: major }]\n';
  expect(await found('planned', [preProdReports, change + preProdReports])).toEqual([
    'invalid-date at environments.pre-prod.changes[0].date',
  ]);
});

test('a comparison with an environment of no known kind may be the one that is asked for', async () => {
  const other = '  staging:\n    release: "26.1"\n';
  const findings = await found(
    'live',
    ['  val:\n', `${other}  val:\n`],
    [valReports, valReports.replace('comparedWith: pre-prod', 'comparedWith: staging')],
  );
  expect(findings.filter((finding) => finding.startsWith('configuration-report-not'))).toEqual([]);
});

test.each([
  ['reports//../../elsewhere.pdf', 'lies outside'],
  ['././../elsewhere.pdf', 'lies outside'],
])('steps that lead nowhere do not count: %s', async (file, fault) => {
  const report = preProdReports.replace('2026-05-08', `2026-05-08, file: ${file}`);
  const [finding] = await lint([planFile(changed('planned', [preProdReports, report]))]);
  expect(finding?.message).toContain(fault);
});
