/** Reads the plans of a folder and parses their prose with the bare parser of MDX. */
import { readFileSync } from 'node:fs';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { planFiles } from './plan-files.ts';

const parser = unified().use(remarkParse).use(remarkMdx).freeze();
for (const file of planFiles()) {
  const text = readFileSync(file, 'utf8');
  parser.parse(text.slice(text.indexOf('\n---\n') + '\n---\n'.length));
}
