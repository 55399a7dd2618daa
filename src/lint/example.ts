import { around } from '../rules/around.ts';
import type { Example } from '../rules/example.ts';
import { PlanFile, planOf, readPlan } from '../source/plan-file.ts';
import type { Range } from '../source/text.ts';
import { type Value, valuesOf } from '../source/values.ts';
import { parseYaml } from '../source/yaml.ts';
import type { Finding } from './finding.ts';
import { lint } from './lint.ts';

/** An example as it is shown: its text without marks, and what the linter says of it. */
export interface LintedExample {
  readonly file: PlanFile;
  /** The findings in the example; those of plans beside it are left out. */
  readonly findings: readonly Finding[];
  /** Where the example says that its findings point, in order. */
  readonly marks: readonly Range[];
}

/** Lints an example of a rule in the plan around it, with every rule. */
export async function lintExample(example: Example): Promise<LintedExample> {
  const { text, marks } = unmarked(example.text);
  const file = example.file
    ? readPlan(example.file, new TextEncoder().encode(text))
    : readExcerpt('example', text, example.around ?? 'planned');
  const beside = (example.beside ?? []).map((other, index) =>
    readExcerpt(`other-${index + 1}`, other, example.around ?? 'planned'),
  );
  const findings = await lint([file, ...beside]);
  return { file, findings: findings.filter((finding) => finding.file === file.file), marks };
}

/**
 * The whole plan of an example: the plan around it with the excerpt's blocks in place of its own.
 * Environments are replaced one by one; what the excerpt sets to null is left out.
 */
export function wholePlan(excerpt: Value, base: keyof typeof around): Value {
  const plan = mapOf(around[base]);
  if (typeof excerpt !== 'object' || excerpt === null || Array.isArray(excerpt)) return excerpt;
  const environments = { ...asMap(plan.environments), ...asMap(excerpt.environments) };
  return { ...plan, ...excerpt, environments };
}

function readExcerpt(id: string, text: string, base: keyof typeof around): PlanFile {
  const root = parseYaml(text);
  if (!root) throw new Error('An example of a rule is empty');
  const { plan, problems } = planOf(id, wholePlan(valuesOf(root), base));
  return new PlanFile({ file: `${id}.yaml`, text, root, plan, problems });
}

function mapOf(text: string): { [key: string]: Value } {
  const root = parseYaml(text);
  return root ? asMap(valuesOf(root)) : {};
}

function asMap(value: Value | undefined): { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function unmarked(marked: string): { text: string; marks: Range[] } {
  const marks: Range[] = [];
  let text = '';
  for (const [index, part] of marked.split(/[«»]/).entries()) {
    if (index % 2 === 1) marks.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, marks };
}
