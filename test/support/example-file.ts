import { dump } from 'js-yaml';
import { wholePlan } from '../../src/lint/example.ts';
import type { Example } from '../../src/rules/example.ts';
import { frontMatter } from '../../src/source/front-matter.ts';
import { type Value, valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

interface File {
  readonly name: string;
  readonly content: string;
}

/** The files of a rule's example, as a writer would have them: first its own, then those beside it. */
export function exampleFiles(example: Example): readonly File[] {
  const { text, file, around, beside = [] } = example;
  const own = text.replace(/[«»]/g, '');
  const others = beside.map((other, index) =>
    typeof other === 'string'
      ? wholeFile(`another-${index + 1}.yaml`, other, around)
      : wholeFile(other.file, other.text, around),
  );
  if (file) return [{ name: file, content: own }, ...others];
  return [wholeFile(frontMatter(own) ? 'example.mdx' : 'example.yaml', own, around), ...others];
}

function wholeFile(name: string, excerpt: string, around: Example['around'] = 'planned'): File {
  const parts = frontMatter(excerpt);
  const root = parseYaml(parts ? excerpt.slice(parts.data.start, parts.data.end) : excerpt);
  const values = withPrototypes(wholePlan(root ? valuesOf(root) : {}, around));
  const plan = dump(values, { lineWidth: -1 });
  if (!name.endsWith('.mdx')) return { name, content: plan };
  const prose = parts ? excerpt.slice(parts.prose.start) : '';
  return { name, content: `---\n${plan}---\n${prose}` };
}

/** js-yaml writes maps with a prototype only. */
function withPrototypes(values: Value): unknown {
  return JSON.parse(JSON.stringify(values));
}
