import { dump } from 'js-yaml';
import { wholePlan } from '../../src/lint/example.ts';
import type { Example } from '../../src/rules/example.ts';
import { frontMatter } from '../../src/source/front-matter.ts';
import { type Value, valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

/** The whole file of a rule's example, as a writer would have it. */
export function exampleFile({ text, file, around = 'planned' }: Example): {
  readonly name: string;
  readonly content: string;
} {
  const excerpt = text.replace(/[«»]/g, '');
  if (file) return { name: file, content: excerpt };
  const parts = frontMatter(excerpt);
  const data = parts ? excerpt.slice(parts.data.start, parts.data.end) : excerpt;
  const root = parseYaml(data);
  const plan = dump(withPrototypes(wholePlan(root ? valuesOf(root) : {}, around)), {
    lineWidth: -1,
  });
  if (!parts) return { name: 'example.yaml', content: plan };
  return { name: 'example.mdx', content: `---\n${plan}---\n${excerpt.slice(parts.prose.start)}` };
}

/** js-yaml writes maps with a prototype only. */
function withPrototypes(values: Value): unknown {
  return JSON.parse(JSON.stringify(values));
}
