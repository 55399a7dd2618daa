import { execFileSync, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { changed } from '../support/plans.ts';
import { bin, folderWith, waypost } from '../support/waypost.ts';

const files = {
  'content/plans/quillon-bay.yaml': changed('planned'),
  'dist/index.html': 'former',
};

test('why pages cannot be made is said once, and the former site stays', async () => {
  const cwd = await folderWith({ ...files, 'waypost.config.yaml': 'site: { colour: red }\n' });
  const { status, stderr } = await waypost(['build', '--no-lint'], cwd);
  expect(status).toBe(2);
  expect(stderr).toBe(
    'waypost.config.yaml:1:9 `colour` is not a key of the site\n' +
      '  Known here: `title`, `url`, `base` and `editUrl`. A key of your own begins with `x-`, as in `x-colour`.\n',
  );
  expect(await former(cwd)).toEqual({ content: 'former', others: [] });
});

describe.skipIf(process.platform === 'win32')('where', () => {
  /** A build that is busy with the pages, and the process that makes them. */
  async function busyBuild() {
    const cwd = await folderWith(files);
    const child = spawn(process.execPath, [bin, 'build', '--no-lint'], { cwd });
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const ended = new Promise<{ status: number | null; stderr: string }>((done) =>
      child.on('close', (status) => done({ status, stderr })),
    );
    await vi.waitFor(
      () => expect(globSync('.cache/waypost/*/workshop/**', { cwd }).length).toBeGreaterThan(2),
      { timeout: 60_000 },
    );
    const pages = processes().find(({ parent }) => parent === child.pid)?.id ?? 0;
    expect(pages).toBeGreaterThan(0);
    return { cwd, child, ended, pages };
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'a build is ended by %s, so are its pages, and the former site stays',
    async (signal) => {
      const { cwd, child, ended, pages } = await busyBuild();
      child.kill(signal);
      await ended;
      const isThere = () => processes().some(({ id }) => id === pages);
      await vi.waitFor(() => expect(isThere()).toBe(false), { timeout: 30_000 });
      const { content, others } = await former(cwd);
      expect(content).toBe('former');
      // It did not go on to the end.
      expect(others.filter((name) => name.endsWith('made/index.html'))).toEqual([]);
    },
    120_000,
  );

  test('the process of the pages is ended alone, it is said why, and the former site stays', async () => {
    const { cwd, ended, pages } = await busyBuild();
    process.kill(pages, 'SIGKILL');
    expect(await ended).toEqual({
      status: 2,
      stderr:
        'The pages could not be made: their process was ended by SIGKILL, as happens where memory runs out.\n',
    });
    expect(await former(cwd)).toEqual({ content: 'former', others: [] });
  }, 120_000);
});

/** The site that was there before, and what else is left of a build. */
async function former(cwd: string) {
  return {
    content: await readFile(join(cwd, 'dist/index.html'), 'utf8'),
    others: globSync('.cache/**', { cwd }),
  };
}

/** All that run. */
function processes(): { id: number; parent: number }[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = 'Z']) => !state.startsWith('Z'))
    .map(([id, parent]) => ({ id: Number(id), parent: Number(parent) }));
}
