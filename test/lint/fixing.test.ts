import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import { fixPlans } from '../../src/lint/fixing.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';
import { Settings } from '../../src/lint/settings.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { exampleFiles } from '../support/example-file.ts';
import { madeRule } from '../support/made-rules.ts';
import { changed, planFile } from '../support/plans.ts';

const sound = changed('planned');

async function fixed(text: string, file = 'plan.yaml', options: LintOptions = {}) {
  const files = [planFile(text, file)];
  const { files: after, ...rest } = await fixPlans(
    { files, findings: await lint(files, options) },
    options,
  );
  return { text: after[0]?.text, ...rest };
}

const waiver = (rule: string, more = '') =>
  `  - rule: ${rule}\n${more}    reason: Agreed\n    approvedBy: Head of Quality\n    approved: 2026-02-20\n`;

const late = ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }'] as const;

describe('mends', () => {
  test.each([
    ['a misspelt key', 'customer:', 'custmer:'],
    ['a key in other capitals', 'statusDate:', 'status_date:'],
    ['two letters that have changed places', '    main: {}', '    mian: {}'],
    ['a key between brackets', 'iq: { date:', 'iq: { dte:'],
    ['a quoted key', '"release": "26.1"', '"relaese": "26.1"', 'release: "26.1"'],
    ['a word of a closed list', 'owner: customer', 'owner: custmer'],
    ['a quoted word', "owner: 'customer'", "owner: 'Customer'", 'owner: customer'],
    ['the name of an environment', 'clonedFrom: pre-prod', 'clonedFrom: preprod'],
    ['the name of an instance', 'instance: prod.test', 'instance: prod.tset'],
  ])('%s', async (_, right, wrong, written = right) => {
    const plan = changed('planned', [written, right]);
    expect(plan).toContain(right);
    const { text, mended, findings } = await fixed(plan.replace(right, wrong));
    expect({ text, findings }).toEqual({ text: plan, findings: [] });
    expect(mended).toHaveLength(1);
  });

  test('a flag and a number that are written as text', async () => {
    const plan = `${sound}integrations:\n  labs:\n    - { name: Lab, testEnvironment: 'Yes' }\n    - { name: Bal, testEnvironment: "false" }\n`;
    const { text, findings } = await fixed(plan);
    expect(text).toBe(plan.replace("'Yes'", 'true').replace('"false"', 'false'));
    expect(findings).toEqual([]);
  });

  test('an instance where a whole environment is meant, and one of a single environment', async () => {
    const plan = sound.replace('environment: val,', 'environment: val.main,');
    const wrong = plan.replace('from: sandbox, to: pre-prod', 'from: sandbox, to: pre-prod.main');
    expect((await fixed(wrong)).text).toBe(sound);
  });

  test('several things at once, each in its place, and touches nothing else', async () => {
    const plan = `# ours\r\n${sound.replaceAll('\n', '\r\n')}x-own: { creatd:  1 }   # kept\r\n`;
    const wrong = plan.replace('customer:', 'Customer:').replace('goLive:', 'golive:');
    const { text, mended } = await fixed(wrong.replace('clonedFrom: pre', 'cloned-from: Pre'));
    expect(text).toBe(plan);
    expect(mended).toHaveLength(4);
  });

  test('what shows only once something else is mended', async () => {
    const wrong = sound.replace('clonedFrom: pre-prod', 'clonedfrom: preprod');
    expect((await fixed(wrong)).text).toBe(sound);
  });

  test('the name of a rule in a waiver', async () => {
    const plan = `${changed('planned', late)}waivers:\n${waiver('iq-late')}`;
    const { text, findings } = await fixed(plan.replace('iq-late', 'iq-lte'));
    expect(text).toBe(plan);
    expect(findings.map(({ rule, waived }) => [rule, waived !== null])).toEqual([
      ['iq-late', true],
    ]);
  });
});

describe('waivers that cover nothing', () => {
  const removed = (text: string, options?: LintOptions) => fixed(text, 'plan.yaml', options);

  test('go with their remarks, and the key with the last of them', async () => {
    expect((await removed(`${sound}waivers:\n  # why\n${waiver('iq-late')}`)).text).toBe(sound);
    const both = `${sound}\nwaivers:\n${waiver('iq-late')}${waiver('sandbox-late')}`;
    const { text, mended } = await removed(both);
    expect(text).toBe(sound);
    expect(mended).toHaveLength(2);
  });

  test('leave those that are needed', async () => {
    const plan = changed('planned', late);
    const needed = `${plan}waivers:\n${waiver('iq-late')}`;
    expect((await removed(`${needed}  # why\n${waiver('sandbox-late')}`)).text).toBe(needed);
    const other = `${plan}waivers:\n${waiver('sandbox-late')}${waiver('iq-late')}`;
    expect((await removed(other)).text).toBe(needed);
  });

  test.each([
    [
      'something cannot be read, and might be needed then',
      `${sound.replace('contractSigned: ', 'contractSigned: soon # ')}waivers:\n${waiver('iq-late')}`,
    ],
    [
      'what they cover is in doubt',
      `${sound.replace('clonedFrom: pre-prod', 'clonedFrom: nowhere')}waivers:\n${waiver('iq-late')}`,
    ],
    ['other plans may need them', `${sound}waivers:\n${waiver('duplicate-customer')}`],
    [
      'their place is misspelt',
      `${sound}waivers:\n${waiver('iq-late', '    at: environments.pre-prd\n')}`,
    ],
  ])('stay where %s', async (_, plan) => {
    expect((await removed(plan)).text).toBe(plan);
  });

  test('stay where their rule is turned off', async () => {
    const plan = `${sound}waivers:\n${waiver('iq-late')}`;
    const settings = new Settings([{ plans: ['*'], rules: { 'iq-late': 'off' } }]);
    expect((await removed(plan, { settings })).text).toBe(plan);
  });

  test('stay while a key is misspelt that they are for', async () => {
    const right = `waivers:\n${waiver('iq-late')}${changed('planned', late)}`;
    expect((await removed(right.replace('iq: { date', 'iq: { dte'))).text).toBe(right);
  });
});

describe('prose', () => {
  const mdx = (prose: string) => `---\n${sound}---\n\n${prose}`;
  const mended = async (prose: string) => {
    const { text, findings } = await fixed(mdx(prose), 'plan.mdx');
    expect(text?.startsWith(mdx(''))).toBe(true);
    return { prose: text?.slice(mdx('').length), rules: findings.map(({ rule }) => rule) };
  };

  test.each([
    ['Labels: preprod, *Val* and\nprod.\n', 'Labels: Pre-PROD, *VAL* and\nPROD.\n'],
    ['Go\nlive on <Date of="goLife" />.\n', 'Go\nlive on <Date of="goLive" />.\n'],
    ["See <Environment id='preprod' />.\n", 'See <Environment id="pre-prod" />.\n'],
    ['<Timelin />\n', '<Timeline />\n'],
    ['It begins on <Date OF="goLive" />.\n', 'It begins on <Date of="goLive" />.\n'],
    ['See [why](/rules/sandbox-lte/).\n', 'See [why](/rules/sandbox-late/).\n'],
    ['## Open ends\n\n[more](#open-end)\n', '## Open ends\n\n[more](#open-ends)\n'],
    ['An end', 'An end\n'],
    ['One   \ntwo\n', 'One  \ntwo\n'],
    [
      'See [why].\n\n[why]: https://a.example.com\n',
      'See [why][].\n\n[why]: https://a.example.com\n',
    ],
  ])('%j is mended', async (prose, right) => {
    expect(await mended(prose)).toEqual({ prose: right, rules: [] });
  });

  test.each([
    ['**Pre**prod comes first.\n', ['prose-term']],
    ['<Nte>Labels are printed.</Nte>\n', ['prose-unknown-component']],
    ['See [why](/rules/sandbox-lte/?a).\n', ['prose-broken-link']],
  ])('%j is left alone', async (prose, left) => {
    expect(await mended(prose)).toEqual({ prose, rules: left });
  });

  test('what a customer calls by a name of its own stays', async () => {
    const plan = mdx('Iq comes from Quillon Bay.\n').replace('Quillon Bay Research', 'Iq Research');
    const { text } = await fixed(plan, 'plan.mdx');
    expect(text).toBe(plan.replace('Iq comes', 'IQ comes'));
  });

  test('a link follows the heading that it leads to', async () => {
    const plan = mdx('## Preprod\n\nSee [above](#preprod).\n');
    const { text, findings } = await fixed(plan, 'plan.mdx');
    expect(text).toBe(mdx('## Pre-PROD\n\nSee [above](#pre-prod).\n'));
    expect(findings).toEqual([]);
  });

  test('a heading keeps the spelling that another plan links to', async () => {
    const files = [
      planFile(mdx('## Preprod\n'), 'quillon.mdx'),
      planFile(
        mdx('See [it](/plans/quillon/#preprod).\n').replace('Quillon Bay', 'Larkfield'),
        'larkfield.mdx',
      ),
    ];
    const done = await fixPlans({ files, findings: await lint(files) });
    expect(done.files.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
    expect(done.refused).toHaveLength(1);
  });
});

describe('leaves alone', () => {
  test.each([
    ['two keys that may both be meant', 'goLive: ', 'goLve: 2026-07-21\ngoLiv: '],
    ['a key whose right name is there', 'goLive: ', 'goLve: 2026-07-21\ngoLive: '],
    ['a date', 'goLive: 2026-07-20', 'goLive: 2026-7-20'],
    ['a word that may be two', 'owner: customer', 'owner: someone'],
    ['another number', 'clonedFrom: pre-prod', 'clonedFrom: pre-prod-2'],
  ])('%s', async (_, right, wrong) => {
    const plan = changed('planned', [right, wrong]);
    expect(await fixed(plan)).toMatchObject({ text: plan, mended: [] });
  });

  test('what an alias repeats', async () => {
    const plan = sound.replace('owner: customer', 'owner: &c custmer\n    x-own: *c');
    expect((await fixed(plan)).text).toBe(plan);
  });

  test('a fix that brings something else to light, and says what', async () => {
    const plan = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { dte: 2026-01-02 }']);
    const { text, mended, refused, findings } = await fixed(plan);
    expect({ text, mended }).toEqual({ text: plan, mended: [] });
    expect(refused).toMatchObject([
      {
        finding: { rule: 'unknown-key' },
        causes: [{ rule: 'iq-document-missing' }, { rule: 'iq-before-creation' }],
      },
    ]);
    expect(findings.every(({ fix }) => fix === undefined)).toBe(true);
  });

  test('such a fix and no other', async () => {
    const plan = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { dte: 2026-01-02 }']);
    const wrong = plan.replace('customer:', 'custmer:').replace('goLive:', 'goLve:');
    expect(await fixed(wrong)).toMatchObject({ text: plan, mended: [{}, {}], refused: [{}] });
  });

  describe('what is left where too many fixes would do harm, and says how many', () => {
    const change = (_: unknown, index: number) =>
      `      - { dte: 2026-01-02, summary: S${index} }\n`;
    const changes = `    changes:\n${Array.from({ length: 200 }, change).join('')}`;
    const plan = changed('planned', ['    configurationFinal', `${changes}    configurationFinal`]);

    test('of a plan', async () => {
      const { text, refused, untried } = await fixed(plan);
      expect(text).toBe(plan);
      expect(refused.length).toBeGreaterThan(4);
      expect(refused.length + untried).toBe(200);
    });

    test('sooner of a very long one', async () => {
      const long = `${plan}# ${'-'.repeat(300_000)}\n`;
      const { text, refused, untried } = await fixed(long);
      expect(text).toBe(long);
      expect(refused.length).toBeLessThan(4);
      expect(refused.length + untried).toBe(200);
    });
  });

  test('accepted deviations', async () => {
    const plan = `---\n${sound}waivers:\n${waiver('prose-term')}---\n\nLabels come from preprod.\n`;
    const files = [planFile(plan, 'plan.mdx')];
    const findings = await lint(files);
    expect(findings).toMatchObject([{ rule: 'prose-term', waived: { reason: 'Agreed' } }]);
    expect(findings[0]?.fix).toBeUndefined();
  });
});

describe('no fix of an example', () => {
  const examples = rules.flatMap((rule) =>
    rule.examples().bad.map((example, index) => [rule.id, index + 1, example] as const),
  );

  test.each(examples)(
    '%s %i adds a finding, or is not all that there is to do',
    async (...[, , example]) => {
      const files = exampleFiles(example).map(({ name, content }) =>
        readPlan(name, new TextEncoder().encode(content)),
      );
      const findings = await lint(files);
      const done = await fixPlans({ files, findings });
      const names = (all: readonly Finding[]) =>
        all.map(({ file, rule, message }) => `${file} ${rule} ${message}`).toSorted();
      const gone = new Set(names(done.mended));
      expect(names(done.findings)).toEqual(names(findings).filter((name) => !gone.has(name)));
      const again = await fixPlans(done);
      expect(again.files.map(({ text }) => text)).toEqual(done.files.map(({ text }) => text));
    },
  );
});

/** What reads plans, and one rule more. */
const asking = (...more: readonly Rule[]): LintOptions => ({
  rules: [...rules.filter(({ reads }) => reads), ...more],
});

describe('of fixes that touch each other', () => {
  const start = sound.length;

  /** What becomes of `abcdef` by fixes that are all sound, each given by what it changes. */
  async function mendedBy(
    ...edits: readonly (readonly [from: number, to: number, text: string])[]
  ) {
    const files = [planFile(`${sound}#abcdef\n`)];
    const findings = edits.map(([from, to, text], index): Finding => {
      const place = { file: 'plan.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
      const words = { rule: 'none', message: `Number ${index}`, help: '', path: null, related: [] };
      const fix = { title: '', edits: [{ start: start + 1 + from, end: start + 1 + to, text }] };
      return { ...place, ...words, severity: 'error', url: '', waived: null, fix };
    });
    const { files: mended } = await fixPlans({ files, findings }, asking());
    return mended[0]?.text.slice(start);
  }

  test('the first is made, in whatever order they are found', async () => {
    expect(await mendedBy([0, 3, 'X'], [2, 6, 'Y'])).toBe('#Xdef\n');
    expect(await mendedBy([2, 6, 'Y'], [0, 3, 'X'])).toBe('#Xdef\n');
    expect(await mendedBy([0, 3, 'X'], [3, 6, 'Y'])).toBe('#Xdef\n');
  });

  test('those with something between them are all made', async () => {
    expect(await mendedBy([4, 6, 'Y'], [0, 3, 'X'])).toBe('#XdY\n');
    expect(await mendedBy([0, 0, 'Z'], [4, 6, 'Y'])).toBe('#ZabcdY\n');
  });
});

describe('a fix that leads to another', () => {
  const named = (name: string) => changed('planned', ['Quillon Bay Research', name]);

  /** Finds a number in the customer's name, and knows the next one. */
  const counting = madeRule({
    id: 'counting',
    check: ({ facts }, report) => {
      const number = Number(facts.customer?.slice(1));
      if (number === 0) return;
      const repair = { write: `n${number - 1}` };
      report.value(facts, 'customer', { message: `At ${number}`, help: '', repair });
    },
  });

  test('is made, as long as the last of them comes soon', async () => {
    const { text, findings, mended } = await fixed(named('n10'), 'plan.yaml', asking(counting));
    expect({ text, findings }).toEqual({ text: named('n0'), findings: [] });
    expect(mended).toHaveLength(10);
    const longer = await fixed(named('n11'), 'plan.yaml', asking(counting));
    expect(longer.text).toBe(named('n1'));
    expect(longer.findings.map(({ message }) => message)).toEqual(['At 1']);
  });

  test('is not made where that takes too long, or where nobody knows the next', async () => {
    const { text, refused } = await fixed(named('n12'), 'plan.yaml', asking(counting));
    expect(text).toBe(named('n12'));
    expect(refused).toMatchObject([
      { finding: { message: 'At 12' }, causes: [{ message: 'At 11' }] },
    ]);
    const helpless = madeRule({
      id: 'helpless',
      check: ({ facts }, report) => {
        if (facts.customer === 'n1') report.key(facts, 'customer', { message: 'No', help: '' });
      },
    });
    const both = await fixed(named('n2'), 'plan.yaml', asking(counting, helpless));
    expect(both.text).toBe(named('n2'));
    expect(both.refused).toHaveLength(1);
  });
});
