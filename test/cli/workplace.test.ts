import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { folderWith } from '../support/waypost.ts';

const module = fileURLToPath(new URL('../../src/cli/workplace.ts', import.meta.url));

/** A program that makes `dist` whole; `work` is what it does there. */
const program = (work: string) => `
  import { writeFile } from 'node:fs/promises';
  import { join } from 'node:path';
  import { setTimeout } from 'node:timers/promises';
  import { makeWhole } from ${JSON.stringify(module)};
  await makeWhole('dist', async (folder) => { ${work} });
`;
const run = (cwd: string, work: string) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', program(work)], { cwd });

/** A folder with a site that was built before. */
const withFormer = () => folderWith({ 'dist/index.html': 'former', 'dist/only-former.html': '' });

test('what is made takes the place of what was there, and nothing else is left', async () => {
  for (const cwd of [await folderWith({}), await withFormer()]) {
    await run(cwd, "await writeFile(join(folder, 'index.html'), 'new')");
    expect(await readdir(cwd)).toEqual(['dist']);
    expect(await readdir(join(cwd, 'dist'))).toEqual(['index.html']);
    expect(await readFile(join(cwd, 'dist/index.html'), 'utf8')).toBe('new');
  }
});

test('work that fails leaves what was there, and no trace', async () => {
  const cwd = await withFormer();
  const failing = "await writeFile(join(folder, 'half.html'), ''); throw new Error('no')";
  await expect(run(cwd, failing)).rejects.toThrow('no');
  expect(await readdir(cwd)).toEqual(['dist']);
  expect(await readFile(join(cwd, 'dist/index.html'), 'utf8')).toBe('former');
});

test('work that is killed leaves what was there, and the next run clears up', async () => {
  const cwd = await withFormer();
  const endless = "await writeFile(join(folder, 'half.html'), ''); await setTimeout(1e6)";
  const args = ['--input-type=module', '-e', program(endless)];
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  const places = join(cwd, '.cache/waypost');
  await vi.waitFor(
    async () => {
      const [place = ''] = await readdir(places);
      expect(existsSync(join(places, place, 'made/half.html'))).toBe(true);
    },
    { timeout: 30_000 },
  );
  const ended = new Promise((done) => child.on('close', done));
  child.kill('SIGKILL');
  await ended;
  expect(await readdir(join(cwd, 'dist'))).toEqual(['index.html', 'only-former.html']);
  expect(await readdir(places)).toHaveLength(1);

  await run(cwd, "await writeFile(join(folder, 'index.html'), 'new')");
  expect(await readdir(cwd)).toEqual(['dist']);
  expect(await readdir(join(cwd, 'dist'))).toEqual(['index.html']);
});

test('runs at the same time each make all of theirs, and one of them stays', async () => {
  const cwd = await withFormer();
  const names = ['one', 'two', 'three', 'four'];
  const work = (name: string) => `
    for (const part of ['a', 'b', 'c']) {
      await writeFile(join(folder, part), '${name}');
      await setTimeout(20);
    }`;
  await Promise.all(names.map((name) => run(cwd, work(name))));
  const parts = await readdir(join(cwd, 'dist'));
  const contents = await Promise.all(
    parts.map((part) => readFile(join(cwd, 'dist', part), 'utf8')),
  );
  expect(parts).toEqual(['a', 'b', 'c']);
  expect(new Set(contents).size).toBe(1);
  expect(await readdir(cwd)).toEqual(['dist']);
});

test('what others keep in the same place is left alone', async () => {
  const cwd = await withFormer();
  await mkdir(join(cwd, '.cache/waypost/other'), { recursive: true });
  await writeFile(join(cwd, '.cache/mine'), '');
  await run(cwd, "await writeFile(join(folder, 'index.html'), 'new')");
  expect(await readdir(join(cwd, '.cache'))).toEqual(['mine', 'waypost']);
  expect(await readdir(join(cwd, '.cache/waypost'))).toEqual(['other']);
});
