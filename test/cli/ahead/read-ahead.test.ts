import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Claims } from '../../../src/cli/ahead/claims.ts';
import { type Helpers, ReadAhead } from '../../../src/cli/ahead/read-ahead.ts';
import type { Found } from '../../../src/cli/ahead/threads.ts';
import { lint } from '../../../src/lint/lint.ts';
import { readPlanAt } from '../../../src/source/discover.ts';
import { FactsFile, keyOf, writtenFacts } from '../../../src/source/facts-file.ts';
import { changed } from '../../support/plans.ts';
import { folderWith } from '../../support/waypost.ts';
import { manyPlans } from './many-plans.ts';

const opened: ReadAhead[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function readAhead(files: readonly string[], start?: () => Helpers): Promise<ReadAhead> {
  const store = new FactsFile(join(await folderWith({}), 'facts'), 'maker');
  const ahead = new ReadAhead(store, files, start);
  opened.push(ahead);
  return ahead;
}

/** So many plans that differ in their prose. */
async function proseFiles(count: number): Promise<string[]> {
  const data = changed('planned');
  const names = Array.from({ length: count }, (_, index) => `${index}.mdx`);
  const written = names.map((name) => [name, `---\n${data}---\n\nThis is [${name}](#this).\n`]);
  const folder = await folderWith(Object.fromEntries(written));
  return names.map((name) => join(folder, name));
}

/** The first link of each plan's prose. */
async function linksIn(files: readonly string[], ahead: ReadAhead): Promise<unknown[]> {
  const links = [];
  for (const file of files) {
    const prose = await readPlanAt(file, file, ahead.storeFor(file)).prose();
    links.push(prose && 'links' in prose ? prose.links[0]?.url : undefined);
  }
  return links;
}

test('with threads that read ahead the same is found as without', async () => {
  const files = await manyPlans(400);
  const expected = await lint(files.map((file) => readPlanAt(file, file)));
  expect(expected.length).toBeGreaterThan(100);
  const ahead = await readAhead(files.filter((file) => file.endsWith('.mdx')));
  const plans = files.map((file) => readPlanAt(file, file, ahead.storeFor(file)));
  expect(await lint(plans)).toEqual(expected);
});

test('what another thread has read is taken, and all else is read', async () => {
  const files = await proseFiles(300);
  const found: Found[] = [];
  const ahead = await readAhead(files, () => ({
    begin({ files: listed, shared }) {
      const claims = new Claims(listed.length, shared);
      for (let share = claims.takeLast(); share; share = claims.takeLast()) {
        for (const file of listed.slice(share.first, share.end)) {
          const link = { url: `elsewhere:${file}`, range: { start: 0, end: 1 } };
          const facts = { code: [], elements: [], links: [link], headings: [], passages: [] };
          const text = readPlanAt(file, file).proseText ?? '';
          found.push([keyOf('prose', text), writtenFacts(facts) ?? '']);
        }
        claims.finish(share);
      }
    },
    found: () => found.splice(0),
    end: () => {},
  }));
  const links = await linksIn(files, ahead);
  expect(links[0]).toBe('#this');
  expect(links[299]).toBe(`elsewhere:${files[299]}`);
});

test('a few plans need no threads, and many that are known neither', async () => {
  const files = await proseFiles(200);
  const start = (): Helpers => {
    throw new Error('Threads were started');
  };
  const few = files.slice(0, 100);
  expect(await linksIn(few, await readAhead(few, start))).toEqual(few.map(() => '#this'));

  const path = join(await folderWith({}), 'facts');
  const idle = { begin: () => {}, found: () => [], end: () => {} };
  const first = new ReadAhead(new FactsFile(path, 'maker'), files, () => idle);
  await linksIn(files, first);
  first.close();
  const second = new ReadAhead(new FactsFile(path, 'maker'), files, start);
  opened.push(second);
  expect(await linksIn(files, second)).toEqual(files.map(() => '#this'));
});
