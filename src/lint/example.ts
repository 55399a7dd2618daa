import { around } from '../rules/around.ts';
import type { Example } from '../rules/example.ts';
import { frontMatter } from '../source/front-matter.ts';
import { idOf, PlanFile, planOf, readPlan } from '../source/plan-file.ts';
import type { Range } from '../source/text.ts';
import { isMap } from '../source/value-paths.ts';
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
    : readExcerpt(frontMatter(text) ? 'example.mdx' : 'example.yaml', text, example.around);
  const beside = (example.beside ?? []).map((other, index) => {
    const name = typeof other === 'string' ? `another-${index + 1}.yaml` : other.file;
    const excerpt = typeof other === 'string' ? other : other.text;
    return readExcerpt(name, excerpt, example.around);
  });
  const findings = await lint([file, ...beside]);
  return { file, findings: findings.filter((finding) => finding.file === file.file), marks };
}

/**
 * The whole plan of an example: the plan around it with the excerpt's blocks in place of its own.
 * Environments are replaced one by one; what the excerpt sets to null is left out.
 */
export function wholePlan(excerpt: Value, base: keyof typeof around): Value {
  if (!isMap(excerpt)) throw new Error('An example is an excerpt of a plan: a map of its blocks');
  const plan = mapOf(around[base]);
  const { environments = {} } = excerpt;
  const all = isMap(environments) ? { ...asMap(plan.environments), ...environments } : environments;
  return { ...plan, ...excerpt, environments: all };
}

function readExcerpt(file: string, text: string, base: Example['around'] = 'planned'): PlanFile {
  const { data, prose } = frontMatter(text) ?? { data: { start: 0, end: text.length } };
  const root = parseYaml(text.slice(data.start, data.end), data.start);
  const values = wholePlan(root ? valuesOf(root) : {}, base);
  const { plan, problems } = planOf(idOf(file), values);
  return new PlanFile({ file, text, data, plan, problems, prose, isExcerpt: true });
}

function mapOf(text: string): { [key: string]: Value } {
  const root = parseYaml(text);
  return root ? asMap(valuesOf(root)) : {};
}

function asMap(value: Value | undefined): { [key: string]: Value } {
  return isMap(value) ? value : {};
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
