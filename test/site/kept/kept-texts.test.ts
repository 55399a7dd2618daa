import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { KeptTexts } from '../../../src/site/kept/kept-texts.ts';
import { folderWith } from '../../support/waypost.ts';

const key = 'customer: Größe\n';

/** A folder, and the name of the one file that a text was kept in. */
async function withKept(text: string) {
  const folder = await folderWith({});
  new KeptTexts(folder, 'maker').write(key, text);
  const [name = ''] = await readdir(folder);
  return { folder, file: join(folder, name) };
}

test('has what was kept in it, to the byte', async () => {
  for (const text of ['<p>Größe 𝒳\n\n</p>\n', '']) {
    const { folder } = await withKept(text);
    expect(new KeptTexts(folder, 'maker').read(key)).toBe(text);
  }
});

test('has nothing for another key, nor of another maker', async () => {
  const { folder } = await withKept('<p>');
  expect(new KeptTexts(folder, 'maker').read(`${key} `)).toBeUndefined();
  expect(new KeptTexts(folder, 'maker').read(`${key} `, key)).toBeUndefined();
  expect(new KeptTexts(folder, 'other maker').read(key)).toBeUndefined();
});

test('does not have what is no longer whole', async () => {
  const { folder, file } = await withKept('<p>whole</p>');
  const whole = await readFile(file);
  const store = new KeptTexts(folder, 'maker');
  for (let length = 0; length < whole.length; length++) {
    await writeFile(file, whole.subarray(0, length));
    expect(store.read(key), `${length} bytes`).toBeUndefined();
  }
  await writeFile(file, gzipSync(gunzipSync(whole).toString().replace('whole', 'other')));
  expect(store.read(key)).toBeUndefined();
  store.write(key, '<p>anew</p>');
  expect(store.read(key)).toBe('<p>anew</p>');
});

test('does not take the text of one key for that of another', async () => {
  const { folder, file } = await withKept('<p>');
  const other = `${key}goLive: 2026-07-20\n`;
  new KeptTexts(folder, 'maker').write(other, '<p>other</p>');
  const names = await readdir(folder);
  const second = names.map((name) => join(folder, name)).find((name) => name !== file) ?? '';
  await writeFile(second, await readFile(file));
  expect(new KeptTexts(folder, 'maker').read(other)).toBeUndefined();
});

test('keeps one text of a place', async () => {
  const folder = await folderWith({});
  const store = new KeptTexts(folder, 'maker');
  store.write('before', '<p>before</p>', '/plans/a/');
  store.write('after', '<p>after</p>', '/plans/a/');
  store.write('before', '<p>b</p>', '/plans/b/');
  expect(store.read('before', '/plans/a/')).toBeUndefined();
  expect(store.read('after', '/plans/a/')).toBe('<p>after</p>');
  expect(store.read('before', '/plans/b/')).toBe('<p>b</p>');
  expect(await readdir(folder)).toHaveLength(2);
});

test('keeps no drafts, and takes none that a killed run has left', async () => {
  const { folder, file } = await withKept('<p>');
  expect(await readdir(folder)).toHaveLength(1);
  await writeFile(join(folder, 'killed.draft'), await readFile(file));
  await truncate(join(folder, 'killed.draft'), 10);
  expect(new KeptTexts(folder, 'maker').read(key)).toBe('<p>');
});

test('that cannot be made is none, and nobody need know', async () => {
  const folder = await folderWith({ file: 'in the way' });
  const store = new KeptTexts(join(folder, 'file/pages'), 'maker');
  store.write(key, '<p>');
  expect(store.read(key)).toBeUndefined();
  expect(await readdir(folder)).toEqual(['file']);
});
