import { lintExample } from '../lint/example.ts';
import type { Example } from '../rules/example.ts';
import { optionsOf } from '../rules/options.ts';
import type { Group, Rule } from '../rules/rule.ts';
import { codeFrame } from './code-frame.ts';
import { wrap } from './wrap.ts';

/** All rules by group: id, severity and title. */
export function listRules(groups: readonly Group[]): string {
  const width = Math.max(...groups.flatMap(({ rules }) => rules.map(({ id }) => id.length)));
  return groups
    .map(({ title, rules }) => {
      const rows = rules.map(
        (rule) => `  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.title}`,
      );
      return [title, ...rows, ''].join('\n');
    })
    .join('\n');
}

/** The page of a rule: what, why, what to do, options, and examples with their findings. */
export async function explainRule(rule: Rule): Promise<string> {
  const examples = rule.examples();
  const bad = await Promise.all(examples.bad.map((example) => shown('Not so', example)));
  const good = await Promise.all(examples.good.map((example) => shown('But so', example)));
  return [
    `${rule.id} (${rule.severity})`,
    rule.title,
    '',
    ...section('Why', rule.why),
    ...section('What to do', rule.remedy),
    ...options(rule),
    ...bad.flat(),
    ...good.flat(),
  ].join('\n');
}

function section(title: string, text: string): string[] {
  return [title, ...wrap(text, 92).map((line) => `  ${line}`), ''];
}

function options(rule: Rule): string[] {
  if (!rule.options) return [];
  const lines = optionsOf(rule).map(
    ({ name, description, value }) => `  ${name} (default ${value}): ${description}`,
  );
  return ['Options', ...lines, ''];
}

async function shown(heading: string, example: Example): Promise<string[]> {
  const { file, findings } = await lintExample(example);
  const title = example.title ? `${heading}: ${example.title}` : heading;
  const text = file.text.trimEnd().split('\n');
  return [
    title,
    ...text.map((line) => `  | ${line}`.trimEnd()),
    '',
    ...findings.flatMap((finding) => [
      `  ${finding.line}:${finding.column} ${finding.message}`,
      ...codeFrame(file.lines, finding, (mark) => mark),
    ]),
  ];
}
