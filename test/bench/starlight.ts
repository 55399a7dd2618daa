import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dice } from '../support/portfolio/dice.ts';
import { nounOf, sentenceOf } from './prose.ts';

/** What Starlight puts around a page, and what it makes of a topic, in bytes of HTML. */
const weight = { frame: 15_800, topic: 1_380 };

const configuration = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  cacheDir: '.kept',
  integrations: [
    starlight({
      title: 'Bare',
      sidebar: [{ label: 'Home', link: '/' }],
      // Their quotation marks would double the memory that all pages take, and bring Node down.
      markdown: { headingLinks: false },
    }),
  ],
  // Lent packages: Starlight's own js-yaml is not the one beside it.
  vite: { environments: { prerender: { resolve: { noExternal: ['js-yaml'] } } } },
});
`;

const collection = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Astro bundles an integration's pages only where the project says that it depends on it. */
const manifest = {
  private: true,
  type: 'module',
  dependencies: { '@astrojs/starlight': '*', astro: '*' },
};

/**
 * Writes a Starlight project as anybody would begin one: nothing but pages of plain Markdown. They are
 * about as heavy as pages of these weights, and have about as much text to search in as ours.
 *
 * @param folder where it goes; what was there is removed
 * @param packages the `node_modules` that it is built with
 * @param weights of its pages, in bytes of HTML
 */
export function writeStarlight(folder: string, packages: string, weights: readonly number[]): void {
  rmSync(folder, { recursive: true, force: true });
  const docs = join(folder, 'src/content/docs');
  mkdirSync(docs, { recursive: true });
  symlinkSync(packages, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'astro.config.mjs'), configuration);
  writeFileSync(join(folder, 'src/content.config.ts'), collection);
  for (const [index, bytes] of weights.entries()) {
    const topics = Math.round((bytes - weight.frame) / weight.topic);
    writeFileSync(join(docs, `${index === 0 ? 'index' : index}.md`), page(index, topics));
  }
}

function page(index: number, topics: number): string {
  const dice = new Dice(index);
  const parts = Array.from({ length: Math.max(topics, 1) }, (_, number) => topic(dice, number + 1));
  return `---\ntitle: Page ${index}\n---\n\n${parts.join('\n')}`;
}

function topic(dice: Dice, number: number): string {
  const cell = () => `\`${nounOf(dice)}\``;
  const row = () => `| ${cell()} | ${cell()} | ${dice.number(1, 9999)} |\n`;
  return `## Topic ${number}: ${nounOf(dice)}

${sentenceOf(dice)}

- ${cell()} or ${cell()}
- ${cell()} and ${cell()}

| Question | Answer | Number |
| --- | --- | --- |
${row()}${row()}${row()}${row()}${row()}${row()}`;
}
