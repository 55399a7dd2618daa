import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const plan = changed('planned', ['test: {}', '']);

test('a run says the same whether it reads plans anew or not, and so do runs at the same time', async () => {
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': plan });
  const lint = (...args: string[]) => waypost(['lint', '--format', 'json', ...args], cwd);
  const anew = await lint('--no-cache');
  expect(anew).toMatchObject({ status: 1, stderr: '' });
  const atOnce = await Promise.all([lint(), lint(), lint()]);
  for (const run of [...atOnce, await lint()]) expect(run).toEqual(anew);
});

test('nothing is kept where the plans are, and nothing that lies there is taken for facts', async () => {
  const brought = 'node_modules/.cache/waypost/facts/facts';
  const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': plan, 'node_modules/a': '' });
  await waypost(['lint'], cwd);
  expect(existsSync(join(cwd, brought))).toBe(false);
});
