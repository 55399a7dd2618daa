import { copyFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { packageFolder } from '../../src/lint/package-folder.ts';
import { folderWith } from '../support/waypost.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const code = fileURLToPath(new URL('../../src/lint/package-folder.ts', import.meta.url));

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs in a folder with these files; gives its path. */
async function inFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await folderWith({ 'README.md': '', ...files }));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  return folder;
}

test('the code knows the package that it is part of, wherever it runs', async () => {
  await inFolder({ 'package.json': '{ "name": "waypost" }' });
  expect(resolve(String(packageFolder()))).toBe(resolve(root));
});

describe('code that a build has put elsewhere', () => {
  /** What the code says once it lies in a folder of its own. */
  async function found(): Promise<string | undefined> {
    const file = join(await folderWith({ 'package.json': '{ "type": "module" }' }), 'bundled.ts');
    copyFileSync(code, file);
    const moved = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return moved.packageFolder();
  }

  test('looks for the package where it runs', async () => {
    const folder = await inFolder({ 'package.json': '{ "name": "waypost" }' });
    expect(await found()).toBe(folder);
  });

  test('looks for it among what is installed there', async () => {
    const folder = await inFolder({
      'package.json': '{ "name": "plans" }',
      'node_modules/waypost/package.json': '{ "name": "waypost" }',
    });
    expect(await found()).toBe(join(folder, 'node_modules/waypost'));
  });

  test.each<[string, Record<string, string>]>([
    ['nothing is a package', {}],
    ['another package is', { 'package.json': '{ "name": "plans" }' }],
    ['what is installed is another one', { 'node_modules/waypost/package.json': '{}' }],
    ['the package’s description cannot be read', { 'package.json': '{' }],
  ])('does not find it where %s', async (_, files) => {
    await inFolder(files);
    expect(await found()).toBeUndefined();
  });
});
