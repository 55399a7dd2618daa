import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

test('a plan with errors stops the build, and nothing is built', async () => {
  const cwd = await folderWith({
    'content/plans/quillon-bay.yaml': changed('planned', ['test: {}', '']),
  });
  const { status, stdout, stderr } = await waypost(['build'], cwd);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Sandbox has no Test instance');
  expect(stderr).toContain('The site is not built');
  expect(existsSync(join(cwd, 'dist'))).toBe(false);
});

test('a folder without plans is a failure', async () => {
  const { status, stderr } = await waypost(['build'], await folderWith({}));
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'Cannot read content/plans: there is no such file or folder\n',
  });
});

test('a site that was not built cannot be looked at', async () => {
  const { status, stderr } = await waypost(['preview'], await folderWith({}));
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'There is no site in dist/ yet: `npx --no waypost build` builds it.\n',
  });
});
