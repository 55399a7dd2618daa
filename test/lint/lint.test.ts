import { describe, expect, test } from 'vitest';
import { lint, RuleCrash } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { rule } from '../../src/rules/rule.ts';
import { changed, planFile } from '../support/plans.ts';

const page = {
  severity: 'error',
  title: '',
  why: '',
  remedy: '',
  examples: { bad: [], good: [] },
} as const;

test('a rule that throws is never a pass', async () => {
  const throwing = rule({
    ...page,
    id: 'throwing',
    check() {
      throw new TypeError('no such thing');
    },
  });
  const run = lint([planFile(changed('planned'))], { rules: [...rules, throwing] });
  await expect(run).rejects.toThrow(RuleCrash);
  await expect(run).rejects.toThrow('The rule throwing failed on plan.yaml: no such thing');
});

test('a portfolio rule that throws is never a pass', async () => {
  const throwing = rule({
    ...page,
    id: 'throwing',
    checkAll() {
      throw new TypeError('no such thing');
    },
  });
  await expect(
    lint([planFile(changed('planned'))], { rules: [...rules, throwing] }),
  ).rejects.toThrow('The rule throwing failed on the plans of this run');
});

test('a problem that no rule words is never dropped', async () => {
  const wordless = rules.filter(({ reads }) => reads !== 'unknown-key');
  const file = planFile(changed('planned', ['customer:', 'nonsense: 1\ncustomer:']));
  await expect(lint([file], { rules: wordless })).rejects.toThrow(
    'No rule words the problem unknown-key',
  );
});

describe('findings', () => {
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
