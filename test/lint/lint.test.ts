import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../src/lint/configuration.ts';
import { lint, RuleCrash } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { madeRule, words } from '../support/made-rules.ts';
import { rangeOf } from '../support/places.ts';
import { changed, planFile } from '../support/plans.ts';

const fail = () => {
  throw new TypeError('no such thing');
};

describe('a rule that throws is never a pass', () => {
  test.each([
    ['on a plan', { check: fail }, 'plan.mdx'],
    ['on the plans together', { checkAll: fail }, 'the plans of this run'],
    ['on prose', { checkProse: fail }, 'plan.mdx'],
    ['on waivers', { judge: fail }, 'plan.mdx'],
  ])('%s', async (_, judgement, subject) => {
    const throwing = madeRule({ id: 'throwing', ...judgement });
    const text = changed('planned', ['goLive:', 'waivers: [{}]\ngoLive:']);
    const run = lint([planFile(`---\n${text}---\n`, 'plan.mdx')], { rules: [...rules, throwing] });
    await expect(run).rejects.toThrow(RuleCrash);
    await expect(run).rejects.toMatchObject({
      name: 'RuleCrash',
      message: `The rule throwing failed on ${subject}: no such thing`,
      cause: expect.any(TypeError),
    });
  });
});

test('what is found of no plan in the run is never dropped', async () => {
  const { plan } = planFile(changed('planned'), 'another.yaml');
  if (!plan) throw new Error('The plan is not read');
  const astray = madeRule({
    id: 'astray',
    checkAll: (_, report) => report.record(plan.facts, words),
  });
  await expect(lint([planFile(changed('planned'))], { rules: [astray] })).rejects.toThrow(
    'A finding names a record of no plan in this run',
  );
});

test('a problem that no rule words is never dropped', async () => {
  const wordless = rules.filter(({ reads }) => reads !== 'unknown-key');
  const file = planFile(changed('planned', ['customer:', 'nonsense: 1\ncustomer:']));
  await expect(lint([file], { rules: wordless })).rejects.toThrow(
    'No rule words the problem unknown-key',
  );
});

describe('settings', () => {
  const text = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
  const prose = '\n## Open questions\n\nSee https://example.com there.';

  /** What is found in two plans of one customer: file, rule and severity. */
  async function found(configuration: string) {
    const { settings } = readConfiguration('c.yaml', new TextEncoder().encode(configuration));
    const files = [planFile(text, 'first.yaml'), planFile(`---\n${text}---\n${prose}`, 'next.mdx')];
    const findings = await lint(files, { settings });
    return findings.map(({ file, rule, severity }) => `${file}: ${severity} ${rule}`);
  }

  const late = ['first.yaml: warning iq-late', 'next.mdx: warning iq-late'];
  const twice = 'next.mdx: error duplicate-customer';
  const literal = 'next.mdx: warning remark-lint/no-literal-urls';
  const newline = 'next.mdx: warning remark-lint/final-newline';

  test('are those of the rules themselves where none are set', async () => {
    const [first = '', next = ''] = late;
    expect(await found('')).toEqual([first, twice, next, literal, newline]);
  });

  test.each([
    ['iq-late: off', [twice, literal, newline]],
    [
      'iq-late: error',
      ['first.yaml: error iq-late', twice, 'next.mdx: error iq-late', literal, newline],
    ],
    ['remark-lint: off', [late[0], twice, late[1]]],
    ['remark-lint/final-newline: off', [late[0], twice, late[1], literal]],
    [
      'remark-lint/final-newline: error',
      [late[0], twice, late[1], literal, 'next.mdx: error remark-lint/final-newline'],
    ],
    ['duplicate-customer: off', [...late, literal, newline]],
    [
      'duplicate-customer: warning',
      [late[0], 'next.mdx: warning duplicate-customer', late[1], literal, newline],
    ],
  ])('hold for all that is found: %s', async (setting, findings) => {
    expect(await found(`rules: { ${setting} }`)).toEqual(findings);
  });

  test('hold for the plans they name, in what is found in the plans together as well', async () => {
    const off = (plan: string) =>
      found(`overrides: [{ plans: [${plan}], rules: { duplicate-customer: off } }]`);
    expect(await off('first')).toContain(twice);
    expect(await off('next')).not.toContain(twice);
  });
});

describe('findings', () => {
  test('lead to the rule’s page on the site, those of others to theirs', async () => {
    const text = changed('planned', ['goLive: 2026-07-20', 'goLive: soon']);
    const file = planFile(`---\n${text}---\n\nNo end`, 'plan.mdx');
    const addresses = async (site?: string) =>
      (await lint([file], site === undefined ? {} : { site })).map(({ url }) => url);
    const newline = expect.stringMatching(/^https:\/\/github\.com\/remarkjs\//);
    expect(await addresses()).toEqual(['/rules/invalid-date/', newline]);
    expect(await addresses('https://plans.example.com/on')).toEqual([
      'https://plans.example.com/on/rules/invalid-date/',
      newline,
    ]);
  });

  test('are sorted by file, line, column and rule', async () => {
    const text = changed(
      'planned',
      ['goLive: 2026-07-20', 'goLive: soon'],
      ['owner: customer', 'owner: us'],
    );
    const findings = await lint([planFile(text, 'b.yaml'), planFile(text, 'a.yaml')]);
    const places = findings.map(({ file, line, column, rule }) => [file, line, column, rule]);
    const sorted = [...places].sort(
      (a, b) =>
        String(a[0]).localeCompare(String(b[0])) ||
        Number(a[1]) - Number(b[1]) ||
        Number(a[2]) - Number(b[2]),
    );
    expect(places).toEqual(sorted);
    expect(new Set(places.map(([file]) => file))).toEqual(new Set(['a.yaml', 'b.yaml']));
  });

  test.each([
    ['goLive: 2026-07-20', 'goLive: soon', ['soon']],
    ['goLive: 2026-07-20', 'goLife: 2026-07-20', ['goLife']],
    ['sourceDatabase: none', 'sourceDatabase: Oracle', ['sourceDatabase']],
    ['  community:\n', '  Showroom:\n    kind: demo\n  community:\n', ['Showroom']],
    ['  community:\n', '  Showroom: { kind: demo }\n  community:\n', ['Showroom']],
    ['  community:\n', '  Showroom: soon\n  community:\n', ['Showroom', 'soon']],
  ])('point at what is wrong: %j is %j', async (from, to, tokens) => {
    const text = changed('planned', [from, to]);
    const findings = await lint([planFile(text)]);
    const ranges = findings.map((finding) => rangeOf(finding, text));
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(tokens);
  });

  test('of the same plan are the same in YAML and in MDX, one line lower', async () => {
    const text = changed('planned', ['goLive: 2026-07-20', 'goLive: 2026-02-30'], ['test: {}', '']);
    const yaml = await lint([planFile(text, 'plan.yaml')]);
    const mdx = await lint([planFile(`---\n${text}---\n\nProse.\n`, 'plan.mdx')]);
    const raised = yaml.map((finding) => ({
      ...finding,
      file: 'plan.mdx',
      line: finding.line + 1,
      endLine: finding.endLine + 1,
      related: finding.related.map((other) => ({
        ...other,
        file: 'plan.mdx',
        line: other.line + 1,
        endLine: other.endLine + 1,
      })),
    }));
    expect(yaml.length).toBeGreaterThan(1);
    expect(mdx).toEqual(raised);
  });

  test('do not move when lines end in CRLF', async () => {
    const text = changed('planned', ['goLive: 2026-07-20', 'goLive: 2026-02-30'], ['test: {}', '']);
    const places = async (content: string) =>
      (await lint([planFile(content)])).map(({ line, column, endLine, endColumn, rule }) => [
        line,
        column,
        endLine,
        endColumn,
        rule,
      ]);
    expect(await places(text.replaceAll('\n', '\r\n'))).toEqual(await places(text));
    expect(await places(text.replaceAll('\n', '\r'))).toEqual(await places(text));
    expect(await places(`\uFEFF${text}`)).toEqual(await places(text));
  });
});
