import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownCheckout } from '../support/own-checkout.ts';
import { changed } from '../support/plans.ts';
import { bin, folderWith, run, waypost } from '../support/waypost.ts';

const plan = 'content/plans/quillon-bay.yaml';
const linuxOnly = test.skipIf(process.platform !== 'linux');

describe('a full disk is told of', () => {
  linuxOnly('below a report', async () => {
    const cwd = await folderWith({ [plan]: changed('planned') });
    const { status, stderr } = await waypost(['lint', '--output-file', '/dev/full'], cwd);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Cannot write the report to /dev/full: the disk is full\n',
    });
  });

  linuxOnly('below standard output', async () => {
    const cwd = await folderWith({ [plan]: changed('planned') });
    const command = '"$0" "$1" lint > /dev/full';
    const found = await run('sh', ['-c', command, process.execPath, bin], cwd);
    expect(found).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^Cannot write to standard output: ENOSPC[^\n]*\n$/),
    });
  });
});

describe.skipIf(process.platform === 'win32')('what does not fit is never taken for whole', () => {
  /** A shell in which no file gets larger than so many times 512 bytes: what is larger is written in part. */
  const shell = (blocks: number, command: string, cwd: string, program: readonly string[]) =>
    run('sh', ['-c', `ulimit -f ${blocks}; ${command}`, ...program], cwd);
  const node = [process.execPath, bin];

  test('a plan that is mended', async () => {
    const remarks = '# A remark that takes its place.\n'.repeat(100);
    const text = `${changed('planned', ['goLive:', 'goLve:'])}${remarks}`;
    const cwd = await folderWith({ [plan]: text });
    const { status, stderr } = await shell(2, '"$0" "$1" lint --fix', cwd, node);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Cannot write ${plan}: it would be larger than a file may be\n`,
    });
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(text);
    expect(await readdir(join(cwd, 'content/plans'))).toEqual(['quillon-bay.yaml']);
  });

  test.each([{ 'report.json': 'former' }, {}])('a report, beside %j', async (former) => {
    const cwd = await folderWith({ [plan]: changed('planned', ['test: {}', '']), ...former });
    const command = '"$0" "$1" lint --format sarif --output-file report.json';
    const { status, stderr } = await shell(1, command, cwd, node);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Cannot write the report to report.json: it would be larger than a file may be\n',
    });
    expect(await readdir(cwd)).toEqual(['content', ...Object.keys(former)]);
    if (former['report.json']) {
      expect(await readFile(join(cwd, 'report.json'), 'utf8')).toBe(former['report.json']);
    }
  });

  test('what is printed into a file', async () => {
    const { status, stderr } = await shell(8, '"$0" "$1" schema > out', await folderWith({}), node);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot write to standard output: EFBIG/);
  });

  test('a new plan', async () => {
    const cwd = await folderWith({});
    const answers = '--customer A --signed 2026-03-02 --go-live 2026-09-01 --source-database none';
    const { status, stderr } = await shell(1, `"$0" "$1" new acme ${answers}`, cwd, node);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot write content\/plans\/acme.yaml: /);
    expect(await readdir(join(cwd, 'content/plans'))).toEqual([]);
  });

  test('what is kept of plans: then nothing is, and nothing is said', async () => {
    const cwd = await folderWith({ [plan]: changed('planned') });
    const own = await ownCheckout();
    const facts = join(own.folder, 'node_modules/.cache/waypost/facts');
    const found = await shell(1, '"$0" "$1" lint', cwd, [process.execPath, own.bin]);
    expect(found).toEqual({ status: 0, stdout: '1 plan in order\n', stderr: '' });
    expect(await readdir(facts)).toEqual([]);
    await own.waypost(['lint'], cwd);
    expect(existsSync(join(facts, 'facts'))).toBe(true);
  });
});
