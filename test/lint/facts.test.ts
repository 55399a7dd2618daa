import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { FactsFile } from '../../src/source/facts-file.ts';
import { readPlan } from '../../src/source/plan-file.ts';
import { exampleFiles } from '../support/example-file.ts';
import { portfolioOf, type WrittenPlan } from '../support/portfolio/index.ts';
import { folderWith } from '../support/waypost.ts';

/** What is found in plans, as a report has it. */
async function findingsIn(plans: readonly WrittenPlan[], store?: FactsFile): Promise<string> {
  const encoder = new TextEncoder();
  const files = plans.map(({ name, content }) => {
    const bytes = encoder.encode(content);
    return readPlan(name, bytes, bytes.length, undefined, store);
  });
  return JSON.stringify(await lint(files));
}

/** The examples of all rules, bad and good, and plans in which little is to be found. */
const corpora: readonly (readonly WrittenPlan[])[] = [
  ...rules.flatMap((rule) => Object.values(rule.examples()).flat()).map(exampleFiles),
  portfolioOf(30),
  portfolioOf(30).map(({ name, content }) => ({
    name,
    content: content.replaceAll('sandbox', 'sand-box').replace('goLive', 'go-live'),
  })),
];

test('the same is found with facts that were kept as without, to the last byte', async () => {
  const path = join(await folderWith({}), 'facts');
  const run = async (store?: FactsFile) => {
    const found = [];
    for (const plans of corpora) found.push(await findingsIn(plans, store));
    store?.close();
    return found;
  };
  const without = await run();
  expect(without.filter((found) => found !== '[]').length).toBeGreaterThan(100);
  expect(await run(new FactsFile(path, 'maker'))).toEqual(without);
  expect(await run(new FactsFile(path, 'maker'))).toEqual(without);
});

test('what reads facts is all code that their maker is told by', () => {
  const root = resolve(import.meta.dirname, '../..');
  const rooms = ['schemas', 'src/lifecycle', 'src/source'];
  for (const room of rooms) {
    for (const name of readdirSync(join(root, room)).filter((file) => file.endsWith('.ts'))) {
      const code = readFileSync(join(root, room, name), 'utf8');
      for (const [, path = ''] of code.matchAll(
        /^(?:import|export) (?!type).*?from '(\.[^']+)'/gms,
      )) {
        const imported = relative(root, resolve(root, room, path, '..'));
        expect(rooms, `${room}/${name} imports ${path}`).toContain(imported);
      }
    }
  }
});
