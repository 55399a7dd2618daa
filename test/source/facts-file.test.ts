import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanFacts } from '../../schemas/plan.ts';
import { FactsFile } from '../../src/source/facts-file.ts';
import { folderWith } from '../support/waypost.ts';

const facts = (customer: string): PlanFacts => ({ customer, sites: ['Prüfzentrum', '🧭'] });

/** A store in a folder of its own, with facts of so many texts in it. */
async function filled(count: number): Promise<string> {
  const path = join(await folderWith({}), 'store/facts');
  const store = new FactsFile(path, 'maker');
  for (let index = 0; index < count; index++)
    store.keep('data', `text ${index}`, facts(`${index}`));
  store.close();
  return path;
}

/** What a run that begins now has for a text. */
function found(path: string, text: string, maker = 'maker'): PlanFacts | undefined {
  const store = new FactsFile(path, maker);
  const known = store.find('data', text);
  store.close();
  return known;
}

test('what was kept is there in the next run, for the same text alone', async () => {
  const path = await filled(2);
  expect(found(path, 'text 0')).toEqual(facts('0'));
  expect(found(path, 'text 1')).toEqual(facts('1'));
  expect(found(path, 'text 2')).toBeUndefined();
  const store = new FactsFile(path, 'maker');
  expect(store.find('prose', 'text 0')).toBeUndefined();
  store.close();
});

test('nothing is taken from another maker, and its file is replaced', async () => {
  const path = await filled(1);
  expect(found(path, 'text 0', 'another')).toBeUndefined();
  const store = new FactsFile(path, 'another');
  store.keep('data', 'own', facts('own'));
  store.close();
  expect(found(path, 'own', 'another')).toEqual(facts('own'));
  expect(found(path, 'text 0')).toBeUndefined();
});

test('a file that is damaged anywhere holds what was written, or nothing', async () => {
  const path = await filled(3);
  const whole = readFileSync(path);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ bits;
      writeFileSync(path, damaged);
      for (const index of [0, 1, 2]) {
        expect([undefined, facts(`${index}`)]).toContainEqual(found(path, `text ${index}`));
      }
    }),
    { numRuns: 400 },
  );
});

test('a file that ends too early holds nothing', async () => {
  const path = await filled(3);
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 7) {
    writeFileSync(path, whole.subarray(0, length));
    expect(found(path, 'text 0')).toBeUndefined();
  }
});

test.each<[what: string, value: unknown]>([
  ['a hole in a list', Object.assign([], { 1: 'second' })],
  ['a key with nothing', { name: undefined }],
  ['a number that is none', Number.NaN],
  ['a zero below zero', -0],
  ['a day', new Date(0)],
  ['a map', new Map()],
])('facts that would come back as others are not kept: %s', async (_, value) => {
  const path = join(await folderWith({}), 'facts');
  const store = new FactsFile(path, 'maker');
  const other = { sites: [value] } as unknown as PlanFacts;
  store.keep('data', 'other', other);
  store.keep('data', 'whole', facts('whole'));
  store.close();
  expect(found(path, 'other')).toBeUndefined();
  expect(found(path, 'whole')).toEqual(facts('whole'));
});

test('where nothing can be written, nothing is kept and nothing fails', async () => {
  const folder = await folderWith({ taken: '' });
  const path = join(folder, 'taken/facts');
  const store = new FactsFile(path, 'maker');
  store.keep('data', 'text', facts('a'));
  store.close();
  expect(found(path, 'text')).toBeUndefined();
});

test('what was not used for longest goes first once there is too much', async () => {
  const path = join(await folderWith({}), 'facts');
  const long = (name: string) => facts(name.repeat(100));
  const run = (used: readonly string[], added: readonly string[]) => {
    const store = new FactsFile(path, 'maker', 500);
    for (const text of used) expect(store.find('data', text)).toBeDefined();
    for (const text of added) store.keep('data', text, long(text));
    store.close();
  };
  run([], ['a', 'b', 'c']);
  run(['a'], ['d']);
  expect(['a', 'b', 'c', 'd'].filter((text) => found(path, text))).toEqual(['a', 'b', 'd']);
  expect(statSync(path).size).toBeLessThan(1500);
});

test('the draft of a killed run is no file of facts, and is cleared away in time', async () => {
  const path = await filled(1);
  const folder = join(path, '..');
  const old = join(folder, 'killed.draft');
  writeFileSync(old, 'half');
  utimesSync(old, 0, 0);
  writeFileSync(join(folder, 'running.draft'), 'half');
  const store = new FactsFile(path, 'maker');
  store.keep('data', 'more', facts('more'));
  store.close();
  expect(readdirSync(folder).sort()).toEqual(['facts', 'running.draft']);
  expect(found(path, 'text 0')).toEqual(facts('0'));
});

test('runs at the same time leave a whole file, and read the one they began with', async () => {
  const path = await filled(2);
  const first = new FactsFile(path, 'maker');
  const second = new FactsFile(path, 'maker');
  first.keep('data', 'of the first', facts('first'));
  first.close();
  expect(second.find('data', 'text 1')).toEqual(facts('1'));
  second.keep('data', 'of the second', facts('second'));
  second.close();
  expect(found(path, 'of the second')).toEqual(facts('second'));
  expect(found(path, 'text 1')).toEqual(facts('1'));
});

test('a folder in the place of the file is left alone', async () => {
  const path = join(await folderWith({}), 'facts');
  mkdirSync(path);
  const store = new FactsFile(path, 'maker');
  store.keep('data', 'text', facts('a'));
  store.close();
  expect(existsSync(path)).toBe(true);
  expect(found(path, 'text')).toBeUndefined();
});
