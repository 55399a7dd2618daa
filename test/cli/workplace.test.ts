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
  import { rm, writeFile } from 'node:fs/promises';
  import { join } from 'node:path';
  import { setTimeout } from 'node:timers/promises';
  import { makeWhole } from ${JSON.stringify(module)};
  await makeWhole('dist', async (folder, workshop) => { ${work} });
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

test('what is needed only meanwhile has a place beside, and is gone in the end', async () => {
  const cwd = await withFormer();
  await run(
    cwd,
    "await writeFile(join(workshop, 'tool'), ''); await writeFile(join(folder, 'a'), '')",
  );
  expect(await readdir(cwd)).toEqual(['dist']);
  expect(await readdir(join(cwd, 'dist'))).toEqual(['a']);
});

test('what cannot be put in its place leaves what was there', async () => {
  const cwd = await withFormer();
  const failure = run(cwd, 'await rm(folder, { recursive: true })');
  await expect(failure).rejects.toThrow('Cannot replace dist: there is no such file or folder');
  expect(await readdir(cwd)).toEqual(['dist']);
  expect(await readFile(join(cwd, 'dist/index.html'), 'utf8')).toBe('former');
});

test('where nothing can be written, it is said what for', async () => {
  const cwd = await folderWith({ '.cache': 'taken', 'dist/index.html': 'former' });
  await expect(run(cwd, '')).rejects.toThrow(
    /Cannot write into .cache\/waypost: a part of its path is no folder. dist is made there/,
  );
  expect(await readdir(cwd)).toEqual(['.cache', 'dist']);
});

test.skipIf(process.platform === 'win32')(
  'work that does not tell of a full disk leaves what was there',
  async () => {
    const cwd = await withFormer();
    // What is larger than so many times 512 bytes is written in part, as on a disk that becomes full.
    const work = "await writeFile(join(folder, 'half.html'), 'x'.repeat(9000)).catch(() => {})";
    const args = ['-c', 'ulimit -f 8; "$@"', 'sh', process.execPath, '--input-type=module', '-e'];
    const failure = promisify(execFile)('sh', [...args, program(work)], { cwd });
    await expect(failure).rejects.toThrow(
      'Cannot make dist in .cache/waypost: it would be larger than a file may be. dist is left as it was.',
    );
    expect(await readdir(cwd)).toEqual(['dist']);
    expect(await readdir(join(cwd, 'dist'))).toEqual(['index.html', 'only-former.html']);
  },
);

test('what a run that is killed had moved away for a moment is put back', async () => {
  const killed = '.cache/waypost/999999999-killed';
  const files = { [`${killed}/former-1/a`]: 'oldest', [`${killed}/former-2/a`]: 'former' };
  const cwd = await folderWith({ ...files, [`${killed}/made/a`]: 'made' });
  await expect(run(cwd, "throw new Error('no')")).rejects.toThrow('no');
  expect(await readdir(cwd)).toEqual(['dist']);
  expect(await readFile(join(cwd, 'dist/a'), 'utf8')).toBe('former');
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
