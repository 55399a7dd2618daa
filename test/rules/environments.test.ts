import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import dateOrder from '../../src/rules/environments/date-order.ts';
import duplicateId from '../../src/rules/environments/duplicate-id.ts';
import duplicateUrl from '../../src/rules/environments/duplicate-url.ts';
import environmentNotAlive from '../../src/rules/environments/environment-not-alive.ts';
import { environments } from '../../src/rules/environments/index.ts';
import { rules as allRules } from '../../src/rules/index.ts';
import { changed, planFile } from '../support/plans.ts';

type Replacement = readonly [from: string, to: string];

const preProd = '  pre-prod:\n    release: "26.1"\n';
const val = '  val:\n    release: "26.1"\n';
const prod = '  prod:\n    release: "26.1"\n';
const community = '  community:\n    access: 2026-03-16\n';

/** What is found in a plan with some of its text replaced: rule and path. */
async function found(replacements: readonly Replacement[], rules = allRules) {
  const findings = await lint([planFile(changed('planned', ...replacements))], { rules });
  return findings.map(({ rule, path }) => `${rule} at ${path}`);
}

async function messages(replacements: readonly Replacement[], rules = allRules) {
  const findings = await lint([planFile(changed('planned', ...replacements))], { rules });
  return findings.map(({ message }) => message);
}

describe('required-environment-missing', () => {
  const empty = 'customer: Quillon Bay Research\nenvironments: {}\n';

  test('says each kind that is missing, at one place', async () => {
    const findings = await lint([planFile(empty)]);
    const missing = findings.filter(({ rule }) => rule === 'required-environment-missing');
    expect(missing.map(({ message }) => message)).toEqual([
      'The plan has no Sandbox',
      'The plan has no Pre-PROD',
      'The plan has no VAL',
      'The plan has no PROD',
    ]);
    expect(new Set(missing.map(({ path, line }) => `${path} in ${line}`))).toEqual(
      new Set(['environments in 2']),
    );
  });

  test('is silent where the kind of an environment cannot be told', async () => {
    const findings = await found([[community, `${community}  area: { kind: sandbocks }\n`]]);
    expect(findings).toEqual(['invalid-value at environments.area.kind']);
    const renamed = await found([['  sandbox:\n', '  area:\n    kind: sandbocks\n']]);
    expect(renamed.join()).not.toContain('required-environment-missing');
  });

  test('speaks for what refers to the missing environment', async () => {
    const text = changed('planned').replace(/ {2}sandbox:\n( {4}.*\n)+/, '');
    const findings = await lint([planFile(text)]);
    expect(findings.map(({ rule }) => rule)).toEqual(['required-environment-missing']);
  });
});

describe('duplicate-environment', () => {
  test('speaks for all that is wrong below the second', async () => {
    const second = '  area: { kind: sandbox, iq: { date: 2026-01-01 } }\n';
    expect(await found([[community, community + second]])).toEqual([
      'duplicate-environment at environments.area',
    ]);
  });

  test('leaves the first to the other rules', async () => {
    const second = '  area: { kind: sandbox }\n';
    const endless: Replacement = ['    destroyed: 2026-08-07\n', ''];
    expect(await found([endless, [community, community + second]])).toEqual([
      'ephemeral-without-end at environments.sandbox',
      'duplicate-environment at environments.area',
    ]);
  });
});

describe('single-instance-paired', () => {
  test('speaks for what the environment lacks because it stands on an instance', async () => {
    const moved: Replacement[] = [
      ['    created: 2026-03-23\n    iq: { date: 2026-03-27 }\n', ''],
      [preProd, `${preProd}    main: { created: 2026-03-23, iq: { date: 2026-03-27 } }\n`],
    ];
    expect(await found(moved)).toEqual(['single-instance-paired at environments.pre-prod.main']);
  });
});

describe('environment-not-created', () => {
  test('is silent where the day of an instance cannot be read', async () => {
    const misread: Replacement = [
      '    created: 2026-03-03\n    destroyed: 2026-08-07\n    main: {}\n    test: {}\n',
      '    destroyed: 2026-08-07\n    main: { created: 2026-03-33 }\n    test: { created: 2026-03-03 }\n',
    ];
    expect(await found([misread])).toEqual(['invalid-date at environments.sandbox.main.created']);
  });
});

describe('environment-life-order', () => {
  test('says once that a pair ends before it begins', async () => {
    const reversed: Replacement = [
      '    created: 2026-03-03\n    destroyed: 2026-08-07\n    main: {}\n',
      '    created: 2026-08-10\n    destroyed: 2026-08-07\n    main: { created: 2026-08-11 }\n',
    ];
    expect(await found([reversed], environments.rules)).toEqual([
      'environment-life-order at environments.sandbox.destroyed',
    ]);
  });

  test('speaks rather than persistent-with-end', async () => {
    expect(await found([[prod, `${prod}    destroyed: 2026-07-01\n`]])).toEqual([
      'environment-life-order at environments.prod.destroyed',
    ]);
  });
});

describe('environment-not-alive', () => {
  const inVal = (lines: string): Replacement => [val, `${val}${lines}`];
  const valTest: Replacement = [
    '    main: {}\n    test: {}\n  prod:',
    '    main: {}\n    test: { created: 2026-05-12 }\n  prod:',
  ];

  test.each([
    ['main', []],
    ['test', ['environment-not-alive at environments.val.changes[0].date']],
    ['both', ['environment-not-alive at environments.val.changes[0].date']],
  ])('places a change to %s in the life of the instance', async (instances, expected) => {
    const change = `    changes: [{ date: 2026-05-11, summary: Labels, instances: ${instances} }]\n`;
    expect(await found([valTest, inVal(change)], [environmentNotAlive])).toEqual(expected);
  });

  test('covers an IQ after the end', async () => {
    const late: Replacement = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-07-07 }'];
    expect(await messages([late], [environmentNotAlive])).toEqual([
      'The IQ of Pre-PROD is approved on 2026-07-07, after Pre-PROD is promoted to PROD on 2026-07-06',
    ]);
  });

  test('leaves an IQ before the creation to iq-before-creation', async () => {
    const early: Replacement = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-03-20 }'];
    expect(await found([early])).toEqual(['iq-before-creation at environments.pre-prod.iq.date']);
  });

  test('leaves a validation that outlasts its VAL to val-destroyed-before-validation', async () => {
    const early: Replacement = ['destroyed: 2026-07-31', 'destroyed: 2026-06-25'];
    expect(await found([early])).toEqual([
      'val-destroyed-before-validation at environments.val.destroyed',
    ]);
  });

  test('leaves the end of PROD to persistent-with-end', async () => {
    expect(await found([[prod, `${prod}    destroyed: 2026-07-10\n`]])).toEqual([
      'persistent-with-end at environments.prod.destroyed',
    ]);
  });

  test('counts a day of which only the beginning is known', async () => {
    const open: Replacement[] = [
      ['started: 2026-05-14, completed: 2026-06-26', 'started: 2026-08-03'],
    ];
    expect(await messages(open, [environmentNotAlive])).toEqual([
      'The validation starts on 2026-08-03, after VAL is destroyed on 2026-07-31',
    ]);
  });
});

describe('shared-environment-owned', () => {
  test('speaks for what rests on the dates and changes of IQVIA’s environments', async () => {
    const owned = `    created: 2026-06-01\n    changes: [{ date: 2026-04-01, summary: Labels, ecr: ECR-1 }]\n`;
    expect(await found([[community, community + owned]])).toEqual([
      'shared-environment-owned at environments.community.created',
      'shared-environment-owned at environments.community.changes',
    ]);
  });
});

describe('date-order', () => {
  const migration = (lines: string): Replacement => [
    'validations:\n',
    `migration:\n${lines}validations:\n`,
  ];

  test.each<[string, Replacement, string]>([
    [
      'go-live and contract',
      ['contractSigned: 2026-03-02', 'contractSigned: 2026-07-21'],
      'The customer goes live on 2026-07-20, before the contract is signed on 2026-07-21',
    ],
    [
      'obfuscation and creation',
      [val, `${val}    obfuscated: 2026-05-08\n`],
      'The volunteers’ data in VAL are obfuscated on 2026-05-08, before the environment is created on 2026-05-11',
    ],
    [
      'approval and acceptance',
      migration(
        '  acceptance: { date: 2026-05-05 }\n  approval: { date: 2026-05-04, by: customer }\n',
      ),
      'The migration scripts are approved on 2026-05-04, before their acceptance test on 2026-05-05',
    ],
    [
      'load and freeze',
      migration('  legacyFrozen: 2026-07-03\n  databaseMigrated: 2026-07-02\n'),
      'The participants’ data go into PROD on 2026-07-02, before the legacy database is frozen on 2026-07-03',
    ],
    [
      'end and approval of a waiver',
      [
        'validations:\n',
        'waivers: [{ rule: iq-late, reason: Holidays, approvedBy: QA, approved: 2026-02-20, until: 2026-02-19 }]\nvalidations:\n',
      ],
      'The waiver of `iq-late` ends on 2026-02-19, before it is approved on 2026-02-20',
    ],
  ])('%s', async (_, replacement, message) => {
    expect(await messages([replacement], [dateOrder])).toEqual([message]);
  });

  test('leaves an SSO that names a pair alone: whose day of creation counts cannot be told', async () => {
    const sso: Replacement = [
      'validations:\n',
      'integrations: { sso: [{ instance: prod, enabled: 2026-07-01 }] }\nvalidations:\n',
    ];
    expect(await found([sso], [dateOrder])).toEqual([]);
  });
});

describe('duplicate-id', () => {
  test.each([
    ['D-01', 'd-01', 1],
    ['D-01', '"D-01 "', 1],
    ['D-01', '"D-01\u200b"', 1],
    ['D-01', 'D-011', 0],
  ])('compares %s and %s', async (one, other, count) => {
    const decision = (id: string) => `  - { id: ${id}, made: 2026-04-07, summary: Labels }\n`;
    const plan = `${changed('planned')}decisions:\n${decision(one)}${decision(other)}`;
    const findings = await lint([planFile(plan)], { rules: [duplicateId] });
    expect(findings).toHaveLength(count);
  });
});

describe('duplicate-url', () => {
  const sandbox = (main: string, test: string): Replacement => [
    '    main: {}\n    test: {}\n',
    `    test: { url: "${test}" }\n    main: { url: "${main}" }\n`,
  ];
  const at = (customer: string, address: string) =>
    changed(
      'planned',
      ['Quillon Bay Research', customer],
      [preProd, `${preProd}    url: ${address}\n`],
    );

  async function foundIn(texts: readonly string[]) {
    const files = texts.map((text, n) => planFile(text, `plan-${n + 1}.yaml`));
    const findings = await lint(files, { rules: [duplicateUrl] });
    return findings.map(({ file, path, related }) => [file, path, related[0]?.file]);
  }

  test('reports the one that is written further down', async () => {
    const shared = sandbox('https://a.example.com', 'https://a.example.com');
    expect(await found([shared])).toEqual(['duplicate-url at environments.sandbox.main.url']);
  });

  test.each([
    ['https://a.example.com:443/x/', 'https://A.example.COM/x', 1],
    ['https://a.example.com', 'https://a.example.com./', 1],
    ['https://a.example.com:8443', 'https://a.example.com.:8443', 1],
    ['https://a.example.com/x', 'https://user@a.example.com/x?', 1],
    ['https://a.example.com/x?y', 'https://a.example.com/x/?y#', 1],
    ['https://a.example.com/x', 'https://a.example.com/x#y', 0],
    ['https://a.example.com/x', 'https://a.example.com/X', 0],
    ['https://a.example.com/x', 'http://a.example.com/x', 0],
    ['https://a.example.com/?x=1', 'https://a.example.com/?x=2', 0],
  ])('compares %s and %s', async (one, other, count) => {
    expect(await found([sandbox(one, other)], [duplicateUrl])).toHaveLength(count);
  });

  test('points from every further customer to the first', async () => {
    const address = 'https://a.example.com';
    expect(await foundIn(['A', 'B', 'C'].map((customer) => at(customer, address)))).toEqual([
      ['plan-2.yaml', 'environments.pre-prod.url', 'plan-1.yaml'],
      ['plan-3.yaml', 'environments.pre-prod.url', 'plan-1.yaml'],
    ]);
  });

  test('is silent between two plans of one customer: that is one mistake', async () => {
    const address = 'https://a.example.com';
    expect(await foundIn([at('Acme Units', address), at('acme  units', address)])).toEqual([]);
  });
});

test('no rule of this group asks when the plan was last true', async () => {
  const late: Replacement[] = [
    ['    destroyed: 2026-08-07\n', ''],
    ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-07-07 }'],
  ];
  const dated = await found(late, environments.rules);
  const undated = await found(
    [['statusDate: 2026-03-01\n', ''], ...late],
    [...environments.rules, ...allRules.filter(({ reads }) => reads !== undefined)],
  );
  expect(undated.filter((finding) => !finding.startsWith('missing-key'))).toEqual(dated);
});

describe('what has no name', () => {
  /** What one rule says of a plan with a block more; others speak of what it lacks. */
  async function said(rule: string, block: string) {
    const text = changed('planned', ['transfers:\n', `${block}transfers:\n`]);
    const findings = await lint([planFile(text)]);
    return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
  }

  test.each([
    [
      'activities:\n  - { instance: pre-prod, from: 2026-04-13, to: 2026-04-10 }\n',
      /^An activity in Pre-PROD ends/,
    ],
    [
      'activities:\n  - { activity: configuration, from: 2026-04-13, to: 2026-04-10 }\n',
      /^The activity `configuration` ends/,
    ],
    [
      'decisions:\n  - { made: 2026-04-13, applied: 2026-04-10, summary: No labels }\n',
      /^A decision is applied/,
    ],
    [
      'waivers:\n  - { reason: Haste, approvedBy: Quality, approved: 2026-02-20, until: 2026-02-10 }\n',
      /^A waiver ends/,
    ],
  ])('is told of all the same where its days are turned around: %s', async (block, message) => {
    expect(await said('date-order', block)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    [
      'activities:\n  - { instance: pre-prod, from: 2026-03-16, to: 2026-03-20 }\n',
      /^The activity /,
    ],
    [
      'activities:\n  - { activity: configuration, instance: pre-prod, from: 2026-03-16, to: 2026-03-20 }\n',
      /^The activity `configuration` /,
    ],
  ])(
    'is told of all the same where its environment is not there yet: %s',
    async (block, message) => {
      const [first] = await said('environment-not-alive', block);
      expect(first).toMatch(message);
    },
  );
});

describe('a second environment of a kind', () => {
  /** The findings of a plan with an environment more. */
  async function found(environment: string) {
    const text = changed('planned', ['  val:\n', `${environment}  val:\n`]);
    const findings = await lint([planFile(text)]);
    return findings
      .filter(({ rule }) => rule === 'duplicate-environment')
      .map(({ help, related }) => ({
        help,
        related: related.map((place) => [text.split('\n')[place.line - 1], place.message]),
      }));
  }

  const rest = '    created: 2026-03-24\n    iq: { date: 2026-03-27 }\n';

  test('leads to the first, and only a VAL may belong to an upgrade', async () => {
    const [preProd] = await found(`  staging:\n    kind: pre-prod\n    release: "26.1"\n${rest}`);
    expect(preProd?.related).toEqual([['  pre-prod:', 'Pre-PROD is already there']]);
    expect(preProd?.help).not.toContain('upgrade');
    const [val] = await found(
      '  val-2:\n    kind: val\n    release: "26.1"\n    created: 2026-05-11\n    destroyed: 2026-07-31\n    clonedFrom: pre-prod\n    iq: { date: 2026-05-13 }\n    main: {}\n    test: {}\n',
    );
    expect(val?.help).toContain(', or name it as `val` of the upgrade it is for');
  });
});
