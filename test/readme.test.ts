import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { repositoryWith } from './support/repository.ts';
import { bin, run } from './support/waypost.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Commands, and what the README says that they print. */
const shown = [...readme.matchAll(/^```console\n(.*?)^```$/gms)]
  .flatMap(([, block = '']) => block.split(/^\$ /m).slice(1))
  .map((part) => {
    const [command = ''] = /^(?:.*\\\n)*.*\n/.exec(part) ?? [];
    return { command, output: part.slice(command.length).trimEnd() };
  });

test('the pull request that the README tells of goes as it says', async () => {
  const { folder } = await repositoryWith({});
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, '.bin'), { recursive: true });
  await symlink(bin, join(packages, '.bin/waypost'));
  await symlink(fileURLToPath(new URL('..', import.meta.url)), join(packages, 'waypost'));
  const day = '2026-01-13T09:00:00Z';
  const nobody = {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    // npm warns of settings that a machine may have for its older versions.
    npm_config_loglevel: 'silent',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'A. Writer',
    GIT_AUTHOR_EMAIL: 'writer@plans.example',
    GIT_AUTHOR_DATE: day,
    GIT_COMMITTER_NAME: 'A. Writer',
    GIT_COMMITTER_EMAIL: 'writer@plans.example',
    GIT_COMMITTER_DATE: day,
  };
  const done: typeof shown = [];
  for (const { command } of shown) {
    const { stdout } = await run('bash', ['-c', `exec 2>&1\n${command}`], folder, nobody);
    done.push({ command, output: stdout.trimEnd() });
  }
  expect(shown.length).toBeGreaterThan(8);
  expect(done).toEqual(shown);
});
