import { chmod, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changed } from '../support/plans.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const sound = changed('planned');
const misspelt = sound.replace('customer:', 'custmer:').replace('clonedFrom:', 'cloned-from:');
const plan = 'content/plans/quillon-bay.yaml';

describe('--fix', () => {
  test('mends the files, says which, and reports what remains', async () => {
    const other = sound.replace('Quillon Bay', 'Larkfield').replace('test: {}', '');
    const cwd = await folderWith({
      [plan]: misspelt,
      'content/plans/larkfield.yaml': other.replace('statusDate:', 'StatusDate:'),
      'content/plans/ours.mdx': `---\n${sound.replace('Quillon Bay', 'Ninepine')}---\n\nIn preprod.\n`,
    });
    const { status, stdout, stderr } = await waypost(['lint', '--fix'], cwd);
    expect(stderr).toBe(
      'Fixed 4 findings: content/plans/larkfield.yaml (1), content/plans/ours.mdx (1), content/plans/quillon-bay.yaml (2)\n',
    );
    expect(stdout).toContain('Sandbox has no Test instance');
    expect(stdout).toMatch(/3 plans: 1 error, 0 warnings\n$/);
    expect(status).toBe(1);
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(sound);
    expect(await readFile(join(cwd, 'content/plans/larkfield.yaml'), 'utf8')).toBe(other);
    expect(await readFile(join(cwd, 'content/plans/ours.mdx'), 'utf8')).toMatch(
      /\n\nIn Pre-PROD.\n$/,
    );
    const again = await waypost(['lint', '--fix'], cwd);
    expect(again).toEqual({ status: 1, stdout, stderr: '' });
  });

  test('ends with 0 where nothing remains', async () => {
    const cwd = await folderWith({ [plan]: misspelt });
    expect(await waypost(['lint', '--fix'], cwd)).toEqual({
      status: 0,
      stdout: '1 plan in order\n',
      stderr: `Fixed 2 findings: ${plan} (2)\n`,
    });
  });

  test('writes no file in which there is nothing to mend', async () => {
    const cwd = await folderWith({ [plan]: sound });
    const before = await stat(join(cwd, plan), { bigint: true });
    expect((await waypost(['lint', '--fix'], cwd)).status).toBe(0);
    const { ino, mtimeNs } = await stat(join(cwd, plan), { bigint: true });
    expect({ ino, mtimeNs }).toEqual({ ino: before.ino, mtimeNs: before.mtimeNs });
  });

  test('keeps mode, byte order mark and line ends, and writes through a link', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const cwd = await folderWith({ 'shared/plan.yaml': windows(misspelt), [plan]: '' });
    await chmod(join(cwd, 'shared/plan.yaml'), 0o640);
    await symlink('../../shared/plan.yaml', join(cwd, 'content/plans/larkfield.yaml'));
    await writeFile(join(cwd, plan), sound.replace('Quillon', 'Another'));
    expect((await waypost(['lint', '--fix'], cwd)).status).toBe(0);
    expect((await lstat(join(cwd, 'content/plans/larkfield.yaml'))).isSymbolicLink()).toBe(true);
    expect((await stat(join(cwd, 'shared/plan.yaml'))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(cwd, 'shared/plan.yaml'), 'utf8')).toBe(windows(sound));
  });

  test('leaves another encoding alone', async () => {
    const cwd = await folderWith({});
    const bytes = Buffer.from(`\uFEFF${misspelt}`, 'utf16le');
    await writeFile(join(cwd, 'plan.yaml'), bytes);
    const { status, stdout } = await waypost(['lint', '--fix', 'plan.yaml'], cwd);
    expect(status).toBe(1);
    expect(stdout).toContain('This file is encoded as UTF-16');
    expect(await readFile(join(cwd, 'plan.yaml'))).toEqual(bytes);
  });

  test('says which fix it has not made, and why', async () => {
    const early = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { dte: 2026-03-20 }']);
    const cwd = await folderWith({ [plan]: early });
    const { status, stderr } = await waypost(['lint', '--fix'], cwd);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `${plan}:16:11 unknown-key is left alone: “Write \`date\`” would lead to iq-before-creation (The IQ of Pre-PROD, 2026-03-20, is 3 days before Pre-PROD is created on 2026-03-23)\n`,
    );
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(early);
  });

  test.runIf(process.getuid?.() !== 0)('ends with 2 where a file cannot be written', async () => {
    const cwd = await folderWith({ [plan]: misspelt });
    await chmod(join(cwd, plan), 0o444);
    const { status, stdout, stderr } = await waypost(['lint', '--fix'], cwd);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Cannot write ${plan}: permission denied\n`,
    });
    expect(stdout).toContain('`custmer` is not a key');
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(misspelt);
  });

  test('mends what can be read where something cannot', async () => {
    const cwd = await folderWith({ [plan]: misspelt });
    const { status } = await waypost(['lint', '--fix', plan, 'nowhere'], cwd);
    expect(status).toBe(2);
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(sound);
  });
});

describe('--fix-dry-run', () => {
  test('prints a patch and writes nothing', async () => {
    const cwd = await folderWith({ [plan]: misspelt });
    const { status, stdout, stderr } = await waypost(['lint', '--fix-dry-run'], cwd);
    expect(status).toBe(1);
    expect(stderr).toBe(`Would fix 2 findings: ${plan} (2)\n`);
    expect(stdout).toContain(`--- a/${plan}\n+++ b/${plan}\n@@ -1,4 +1,4 @@\n`);
    expect(stdout).toContain('\n-custmer: Quillon Bay Research\n+customer: Quillon Bay Research\n');
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(misspelt);
  });

  test('shows characters that a terminal would act upon', async () => {
    const hostile = `${misspelt}x-own: "a\u202eb" # c\u0085d\n`.replace(
      'custmer:',
      'custmer: #\tu\u202e\n ',
    );
    const cwd = await folderWith({ [plan]: hostile });
    const { stdout } = await waypost(['lint', '--fix-dry-run'], cwd);
    expect(stdout).toContain('+customer: #\tu\\u{202e}\n');
    expect(stdout).not.toMatch(/[\u202e\u0085]/);
  });

  test('prints nothing where there is nothing to mend', async () => {
    const cwd = await folderWith({ [plan]: sound });
    const run = await waypost(['lint', '--fix-dry-run'], cwd);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('is not mixed with a report, nor with --fix', async () => {
    const cwd = await folderWith({ [plan]: misspelt });
    const mixed = await waypost(['lint', '--fix-dry-run', '--format', 'json'], cwd);
    expect(mixed).toMatchObject({ status: 2, stdout: '' });
    expect(mixed.stderr).toContain('--format sarif=FILE');
    expect((await waypost(['lint', '--fix-dry-run', '--fix'], cwd)).status).toBe(2);
    await waypost(['lint', '--fix-dry-run', '--format', 'json=report.json'], cwd);
    expect(JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8')).findings).toHaveLength(2);
    await waypost(['lint', '--fix-dry-run', '--output-file', 'report.txt'], cwd);
    expect(await readFile(join(cwd, 'report.txt'), 'utf8')).toContain('--fix mends 2\n');
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(misspelt);
  });
});

describe('--sort-keys', () => {
  const lines = sound.split('\n');
  const [customer = '', statusDate = '', ...others] = lines;
  const unsorted = [statusDate, '# ours', customer, ...others].join('\n');
  const iq = ['created: 2026-03-23\n', 'iq: { date: 2026-03-27 }\n'] as const;

  test('puts keys in the order of the format, their remarks with them', async () => {
    const cwd = await folderWith({ [plan]: unsorted.replace('goLive:', 'golive:') });
    const { status, stdout, stderr } = await waypost(['lint', '--fix', '--sort-keys'], cwd);
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '1 plan in order\n',
      stderr: `Fixed 1 finding: ${plan} (1)\n`,
    });
    const text = await readFile(join(cwd, plan), 'utf8');
    expect(text.startsWith(`# ours\n${customer}\n${statusDate}\ncontractSigned`)).toBe(true);
    expect(text.indexOf(iq[0])).toBeLessThan(text.indexOf(iq[1]));
    expect(text.split('\n').toSorted()).toEqual(unsorted.split('\n').toSorted());
    const again = await waypost(['lint', '--fix-dry-run', '--sort-keys'], cwd);
    expect(again).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('leaves a plan alone in which it is not certain what a remark is on', async () => {
    const cwd = await folderWith({ [plan]: `# ours\n${unsorted}` });
    const { status, stderr } = await waypost(['lint', '--fix', '--sort-keys'], cwd);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `${plan}:1 The keys of this plan stay in their order: this remark may be on one key or on all of them\n`,
    });
    expect(await readFile(join(cwd, plan), 'utf8')).toBe(`# ours\n${unsorted}`);
  });

  test('needs --fix', async () => {
    const cwd = await folderWith({ [plan]: unsorted });
    const { status, stderr } = await waypost(['lint', '--sort-keys'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain('--fix');
  });
});

test('a report tells what can be mended', async () => {
  const cwd = await folderWith({ [plan]: sound.replace('customer:', 'custmer:') });
  const { stdout } = await waypost(['lint'], cwd);
  expect(stdout).toContain('  fix  Write `customer`: npx --no waypost lint --fix\n');
  expect(stdout).toContain('1 plan: 1 error, 0 warnings; --fix mends 1\n');
  const { runs } = JSON.parse((await waypost(['lint', '--format', 'sarif'], cwd)).stdout);
  expect(runs[0].results[0].fixes).toEqual([
    {
      description: { text: 'Write `customer`' },
      artifactChanges: [
        {
          artifactLocation: { uri: plan },
          replacements: [
            {
              deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 8 },
              insertedContent: { text: 'customer' },
            },
          ],
        },
      ],
    },
  ]);
  const json = JSON.parse((await waypost(['lint', '--format', 'json'], cwd)).stdout);
  expect(json.findings[0]).not.toHaveProperty('fix');
});
