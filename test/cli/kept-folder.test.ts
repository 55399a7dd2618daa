import { expect, test } from 'vitest';
import { folderWith, run } from '../support/waypost.ts';

const module = JSON.stringify(new URL('../../src/cli/kept-folder.ts', import.meta.url).pathname);

/** Where something is kept in a folder with these files, from there; or why it is not. */
async function keptIn(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await folderWith(files);
  const program = `
    import { relative } from 'node:path';
    import { keptFolder } from ${module};
    const kept = await keptFolder().then((folder) => relative('.', folder), ({ message }) => message);
    process.stdout.write(kept);`;
  return (await run(process.execPath, ['--input-type=module', '-e', program], cwd)).stdout;
}

test('beside the packages of the folder, or else in the folder', async () => {
  expect(await keptIn({ 'node_modules/a': '' })).toBe('node_modules/.cache/waypost');
  expect(await keptIn({})).toBe('.cache/waypost');
});

test('in the folder where nothing can be written beside the packages', async () => {
  expect(await keptIn({ 'node_modules/.cache': '' })).toBe('.cache/waypost');
});

test('nowhere, and why', async () => {
  expect(await keptIn({ '.cache': '' })).toBe(
    'Cannot write into .cache/waypost: a part of its path is no folder. What the site is served from is made there.',
  );
});
