import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatter } from '../../src/source/front-matter.ts';
import { Dice } from '../support/portfolio/dice.ts';
import { portfolioOf } from '../support/portfolio/index.ts';
import { proseOf } from './prose.ts';

/** How the plans of a corpus are written; `mixed` is half of each. */
export type Notation = 'yaml' | 'plain-mdx' | 'rich-mdx' | 'mixed';

/**
 * Writes plans of one notation below `folder`. They are in order, and no two of them are alike: nothing
 * that is read for one can serve for another.
 *
 * @returns the folder in which to lint them
 */
export function corpus(folder: string, notation: Notation, count: number): string {
  const root = join(folder, `${notation}-${count}`);
  const plans = join(root, 'content/plans');
  mkdirSync(plans, { recursive: true });
  for (const [index, { name, content }] of portfolioOf(count).entries()) {
    const id = name.replace(/\.\w+$/, '');
    const data = dataOf(content);
    const written = notation === 'mixed' ? (index % 2 ? 'rich-mdx' : 'yaml') : notation;
    if (written === 'yaml') writeFileSync(join(plans, `${id}.yaml`), data);
    else {
      const prose = proseOf(new Dice(index), written === 'rich-mdx');
      writeFileSync(join(plans, `${id}.mdx`), `---\n${data}---\n\n${prose}`);
    }
  }
  return root;
}

function dataOf(content: string): string {
  const parts = frontMatter(content);
  return parts ? `${content.slice(parts.data.start, parts.data.end)}\n` : content;
}
