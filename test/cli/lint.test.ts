import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const sound = changed('planned');
const unpaired = changed('planned', ['test: {}', '']);
const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);

describe('exit status', () => {
  test('0 where all plans are in order', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': sound });
    expect(await waypost(['lint'], cwd)).toEqual({
      status: 0,
      stdout: '1 plan in order\n',
      stderr: '',
    });
  });

  test('1 on an error', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': unpaired });
    const { status, stdout } = await waypost(['lint'], cwd);
    expect(status).toBe(1);
    expect(stdout).toContain('content/plans/quillon-bay.yaml:7:3  error  pair-incomplete');
    expect(stdout).toContain('Sandbox has no Test instance');
  });

  test('0 on warnings alone, 1 on more than allowed', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': late });
    const status = async (...args: string[]) => (await waypost(['lint', ...args], cwd)).status;
    expect(await status()).toBe(0);
    expect(await status('--max-warnings', '1')).toBe(0);
    expect(await status('--max-warnings', '0')).toBe(1);
    expect(await status('--quiet', '--max-warnings', '0')).toBe(1);
  });

  test.each(['-1', '1.5', '2oops', ''])('2 on --max-warnings %j', async (number) => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': sound });
    expect((await waypost(['lint', `--max-warnings=${number}`], cwd)).status).toBe(2);
  });

  test('2 where there is no such path, with a sentence', async () => {
    const cwd = await folderWith({});
    const { status, stderr } = await waypost(['lint', 'nowhere/'], cwd);
    expect(status).toBe(2);
    expect(stderr).toBe('Cannot read nowhere: there is no such file or folder\n');
  });

  test('2 where a folder holds no plan, with a sentence', async () => {
    const cwd = await folderWith({ 'plans/readme.txt': 'none here' });
    const { status, stderr } = await waypost(['lint', 'plans'], cwd);
    expect(status).toBe(2);
    expect(stderr).toBe('No plan found in plans: plans are files that end in .yaml or .mdx\n');
  });

  test('2 on a file that is no plan', async () => {
    const cwd = await folderWith({ 'readme.txt': 'none here' });
    expect((await waypost(['lint', 'readme.txt'], cwd)).status).toBe(2);
  });

  test('2 on one missing path, after the others have been linted', async () => {
    const cwd = await folderWith({ 'a/quillon-bay.yaml': unpaired });
    const { status, stdout } = await waypost(['lint', 'a', 'nowhere'], cwd);
    expect(status).toBe(2);
    expect(stdout).toContain('pair-incomplete');
  });

  test('2 on an unknown option, with a suggestion', async () => {
    const { status, stderr } = await waypost(['lint', '--fromat', 'json'], await folderWith({}));
    expect(status).toBe(2);
    expect(stderr).toContain('--format');
  });

  test('2 on an unknown command and an unknown format', async () => {
    const cwd = await folderWith({});
    expect((await waypost(['lnit'], cwd)).status).toBe(2);
    expect((await waypost(['lint', '--format', 'xml'], cwd)).status).toBe(2);
  });

  test.runIf(process.getuid?.() !== 0)('2 on an unreadable file', async () => {
    const cwd = await folderWith({ 'plans/a.yaml': sound, 'plans/b.yaml': sound });
    await chmod(join(cwd, 'plans/b.yaml'), 0o000);
    const { status, stderr } = await waypost(['lint', 'plans'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain('Cannot read plans/b.yaml: permission denied');
  });
});

describe('which files are plans', () => {
  test('a file .yml or .md is refused with a hint, never skipped', async () => {
    const cwd = await folderWith({
      'content/plans/acme.yml': sound,
      'content/plans/beta.md': sound,
    });
    const { status, stdout } = await waypost(['lint'], cwd);
    expect(status).toBe(1);
    expect(stdout).toContain('acme.yaml');
    expect(stdout).toContain('beta.mdx');
  });

  test('hidden folders and node_modules are left alone, links that circle end', async () => {
    const cwd = await folderWith({
      'plans/north/quillon-bay.yaml': sound,
      'plans/.drafts/broken.yaml': '[',
      'plans/node_modules/x/broken.yaml': '[',
    });
    await symlink(join(cwd, 'plans'), join(cwd, 'plans/north/again'));
    const { status, stdout } = await waypost(['lint', 'plans'], cwd);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '1 plan in order\n' });
  });

  test('names may hold spaces and letters of any script', async () => {
    const cwd = await folderWith({ 'Pläne für 2026/quillon-bay.yaml': sound });
    expect((await waypost(['lint', 'Pläne für 2026'], cwd)).status).toBe(0);
  });
});

describe('output', () => {
  test('json is one object on standard output, with places and a summary', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': unpaired });
    const { stdout, stderr } = await waypost(['lint', '--format', 'json'], cwd);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      version: 1,
      plans: 1,
      summary: { errors: 1, warnings: 0, waived: 0 },
    });
    expect(report.findings[0]).toEqual({
      rule: 'pair-incomplete',
      severity: 'error',
      message: 'Sandbox has no Test instance',
      help: expect.any(String),
      file: 'content/plans/quillon-bay.yaml',
      path: 'environments.sandbox',
      line: 7,
      column: 3,
      endLine: 7,
      endColumn: 10,
      related: [],
      url: '/rules/pair-incomplete/',
      waived: null,
    });
  });

  test('--quiet shows errors only', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': late });
    const { stdout } = await waypost(['lint', '--quiet', '--format', 'json'], cwd);
    expect(JSON.parse(stdout).findings).toEqual([]);
  });

  test('--output-file takes the report, standard output stays empty', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': unpaired });
    const { stdout } = await waypost(['lint', '--format', 'json', '--output-file', 'r.json'], cwd);
    expect(stdout).toBe('');
    expect(JSON.parse(await readFile(join(cwd, 'r.json'), 'utf8')).summary.errors).toBe(1);
  });

  test('a report that cannot be written is a failure', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': sound });
    await mkdir(join(cwd, 'taken'));
    const { status, stderr } = await waypost(['lint', '--output-file', 'taken'], cwd);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });

  test('has color only where it is asked for', async () => {
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': unpaired });
    const ansi = '\u001b[';
    expect((await waypost(['lint'], cwd)).stdout).not.toContain(ansi);
    expect((await waypost(['lint', '--color'], cwd)).stdout).toContain(ansi);
    expect((await waypost(['lint', '--no-color'], cwd)).stdout).not.toContain(ansi);
  });

  test('a plan cannot smuggle control characters into the terminal', async () => {
    const text = changed('planned', ['owner: customer', 'owner: "\\e[31mus\\u202E"']);
    const cwd = await folderWith({ 'content/plans/quillon-bay.yaml': text });
    await writeFile(join(cwd, 'raw.yaml'), '');
    const { stdout } = await waypost(['lint', 'content/plans'], cwd);
    expect(stdout).toContain('\\u{1b}[31mus\\u{202e}');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202e');
  });

  test('nor can the name of a file', async () => {
    const name = 'a\u001b[31m.yaml';
    const cwd = await folderWith({ [`plans/${name}`]: sound });
    await symlink('nowhere', join(cwd, 'plans/b\u001b[31m.yaml'));
    const { stdout, stderr } = await waypost(['lint', 'plans'], cwd);
    expect(stdout).toContain('plans/a\\u{1b}[31m.yaml:1:1');
    expect(stderr).toContain('Cannot read plans/b\\u{1b}[31m.yaml');
    expect(stdout + stderr).not.toContain('\u001b');
  });
});
