import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { bin, folderWith, run } from '../support/waypost.ts';

const plan = 'content/plans/quillon-bay.yaml';
const unpaired = changed('planned', ['test: {}', '']);

/** Runs the command line with nobody to read what it prints, as behind `| true`. */
async function unread(args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  child.stderr.resume();
  const [status] = await once(child, 'close');
  return status;
}

describe('a reader that has seen enough', () => {
  test('changes nothing of the exit status, and of the reports in files', async () => {
    const cwd = await folderWith({ [plan]: unpaired });
    const reports = ['--format', 'json', '--format', 'sarif=findings.sarif'];
    expect(await unread(['lint', ...reports], cwd)).toBe(1);
    const { runs } = JSON.parse(await readFile(join(cwd, 'findings.sarif'), 'utf8'));
    expect(runs[0].results).toHaveLength(1);
  });

  test('ends what would go on to check', async () => {
    const cwd = await folderWith({ [plan]: unpaired });
    expect(await unread(['lint', '--watch'], cwd)).toBe(1);
  });
});

test.skipIf(process.platform !== 'linux')('a failure that cannot be told is one', async () => {
  const command = '"$0" "$1" lint nowhere.yaml 2> /dev/full';
  const { status } = await run('sh', ['-c', command, process.execPath, bin], await folderWith({}));
  expect(status).toBe(2);
});
