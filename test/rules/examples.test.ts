import { describe, expect, test } from 'vitest';
import { lintExample } from '../../src/lint/example.ts';
import { around } from '../../src/rules/around.ts';
import type { Example } from '../../src/rules/example.ts';
import { ruleById, rules } from '../../src/rules/index.ts';
import { expectSentences } from '../support/sentences.ts';

/** What a finding must be: the rule, the marked token and the message. */
interface Expected {
  readonly rule: string | undefined;
  readonly at: string;
  readonly message: string;
}

async function found(example: Example) {
  const { file, findings, marks } = await lintExample(example);
  const at = (start: number, end: number) => {
    const from = file.lines.position(start);
    return `${from.line}:${from.column} ${JSON.stringify(file.text.slice(start, end))}`;
  };
  const offset = (line: number, column: number) =>
    [...Array(line - 1).keys()].reduce((sum, n) => sum + file.lines.line(n + 1).length + 1, 0) +
    column -
    1;
  const counted = findings.filter(({ waived }) => waived === null);
  const actual: Expected[] = counted.map((finding) => ({
    // A rule of a family is found under a name of its own.
    rule: ruleById(finding.rule)?.id,
    at: at(offset(finding.line, finding.column), offset(finding.endLine, finding.endColumn)),
    message: finding.message,
  }));
  return { actual, findings: counted, marks: marks.map(({ start, end }) => at(start, end)) };
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { bad, good } = rule.examples();

  test('has bad and good examples', () => {
    expect(bad.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
  });

  test.each(bad.map((example, n) => [example.title ?? `#${n + 1}`, example] as const))(
    'bad: %s',
    async (_, example) => {
      const { actual, findings, marks } = await found(example);
      for (const finding of findings) expectSentences(finding);
      const messages = example.finds ?? [];
      expect(actual).toEqual(messages.map((message, n) => ({ rule: id, at: marks[n], message })));
      expect(messages.length).toBeGreaterThan(0);
    },
  );

  test.each(good.map((example, n) => [example.title ?? `#${n + 1}`, example] as const))(
    'good: %s',
    async (_, example) => {
      const { actual } = await found(example);
      expect(actual).toEqual([]);
    },
  );
});

test.each(['planned', 'live'] as const)(
  'the plan around examples is in order: %s',
  async (name) => {
    const { actual } = await found({ text: around[name], file: 'around.yaml' });
    expect(actual).toEqual([]);
  },
);
