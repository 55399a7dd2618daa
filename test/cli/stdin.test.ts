import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/source/yaml.ts';
import { changed } from '../support/plans.ts';
import { bin, folderWith, waypost } from '../support/waypost.ts';

const plan = (customer: string, ...replacements: [string, string][]) =>
  changed('planned', ['Quillon Bay Research', customer], ...replacements);
const unpaired: [string, string] = ['test: {}', ''];
const east = 'content/plans/east.yaml';
const west = 'content/plans/west.yaml';

const typed = (cwd: string, name: string, input: string | Uint8Array, ...args: string[]) =>
  waypost(['lint', '--stdin', '--stdin-filename', name, ...args], cwd, {}, input);

async function report(...call: Parameters<typeof typed>) {
  const { status, stdout, stderr } = await typed(...call, '--format', 'json');
  expect(stderr).toBe('');
  const { plans, findings } = JSON.parse(stdout);
  const said = findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
  return { status, plans, said };
}

describe('a plan on standard input', () => {
  test('is judged instead of what is saved', async () => {
    const cwd = await folderWith({ [east]: plan('East', unpaired) });
    expect(await typed(cwd, east, plan('East'))).toEqual({
      status: 0,
      stdout: '1 plan in order\n',
      stderr: '',
    });
    const saved = await folderWith({ [east]: plan('East') });
    const { status, stdout } = await typed(saved, east, plan('East', unpaired));
    expect(status).toBe(1);
    expect(stdout).toContain(`${east}:7:3  error  pair-incomplete`);
  });

  test('need not be saved yet, nor its folder be there', async () => {
    const found = { status: 1, plans: 1, said: [`${east} pair-incomplete`] };
    expect(await report(await folderWith({}), east, plan('East', unpaired))).toEqual(found);
    const mdx = 'plans/new/east.mdx';
    expect(
      await report(await folderWith({}), mdx, `---\n${plan('East', unpaired)}---\n`),
    ).toMatchObject({ said: [`${mdx} pair-incomplete`] });
  });

  test('stands among the others: what leads to it is told of, what is wrong with them is not', async () => {
    const cwd = await folderWith({
      [west]: plan('West'),
      'content/plans/north/south.yaml': plan('South', unpaired),
    });
    expect(await report(cwd, east, plan('West'))).toEqual({
      status: 1,
      plans: 2,
      said: [`${west} duplicate-customer`],
    });
    expect(await report(cwd, east, plan('East'), 'content/plans/north')).toMatchObject({
      said: [],
    });
  });

  test('outside of the plans’ folder, stands among those in its own', async () => {
    const cwd = await folderWith({ [west]: plan('West'), 'drafts/a.yaml': plan('East') });
    expect(await report(cwd, 'drafts/b.yaml', plan('East'))).toMatchObject({
      said: ['drafts/b.yaml duplicate-customer'],
    });
    expect(await report(cwd, 'drafts/b.yaml', plan('West'))).toMatchObject({ said: [] });
  });

  test('has the files beside it', async () => {
    const filed = plan(
      'East',
      ['statusDate: 2026-03-01', 'statusDate: 2026-05-09'],
      ['{ date: 2026-05-08 }', '{ date: 2026-05-08, file: pre-prod.pdf }'],
    );
    const rule = `${east} configuration-report-file`;
    const without = await folderWith({ [west]: plan('West') });
    expect((await report(without, east, filed)).said).toContain(rule);
    const beside = await folderWith({ 'content/plans/pre-prod.pdf': '%PDF-1.7' });
    expect((await report(beside, east, filed)).said).not.toContain(rule);
  });

  test('is the same file by whatever path it is named', async () => {
    const cwd = await folderWith({ [east]: plan('East') });
    const found = { status: 1, plans: 1, said: [`${east} pair-incomplete`] };
    const broken = plan('East', unpaired);
    expect(await report(cwd, join(cwd, east), broken)).toEqual(found);
    expect(await report(cwd, './content/../content/plans/east.yaml', broken)).toEqual(found);
    symlinkSync('content', join(cwd, 'linked'));
    expect(await report(cwd, 'linked/plans/east.yaml', broken, 'content')).toEqual({
      ...found,
      said: ['linked/plans/east.yaml pair-incomplete'],
    });
  });

  test.runIf(process.getuid?.() !== 0)(
    'is judged though what is saved cannot be read',
    async () => {
      const cwd = await folderWith({ [east]: plan('East') });
      chmodSync(join(cwd, east), 0o000);
      expect((await typed(cwd, east, plan('East'))).status).toBe(0);
    },
  );
});

describe('whatever comes in', () => {
  test('nothing at all is an empty plan', async () => {
    const cwd = await folderWith({});
    expect(await report(cwd, east, '')).toMatchObject({
      status: 1,
      said: [`${east} yaml-syntax`],
    });
    const command = `"${process.execPath}" "${bin}" lint --stdin --stdin-filename ${east} <&-`;
    const closed = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    expect(closed.status).toBe(1);
    expect(closed.stdout).toContain('The plan is empty');
  });

  test('bytes that are no UTF-8 are told of', async () => {
    const { status, stdout } = await typed(await folderWith({}), east, Buffer.from([0x61, 0xff]));
    expect(status).toBe(1);
    expect(stdout).toContain('From here on the file is not UTF-8');
  });

  test('a plan of the largest size is read, one byte more is not', async () => {
    const cwd = await folderWith({});
    const full = plan('East').padEnd(limits.bytes, '#\n');
    expect((await typed(cwd, east, full)).status).toBe(0);
    const { status, stdout } = await typed(cwd, east, `${full}#`);
    expect(status).toBe(1);
    expect(stdout).toContain('This file has more than 1 MiB; a plan has at most 1 MiB');
  });

  test('input without an end is left as soon as it is too much', async () => {
    const cwd = await folderWith({});
    const args = [bin, 'lint', '--stdin', '--stdin-filename', east];
    const child = spawn(process.execPath, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
    const endless = Buffer.alloc(65_536, '#\n');
    const write = () => {
      while (child.stdin.write(endless));
    };
    child.stdin.on('drain', write).on('error', () => {});
    write();
    const status = await new Promise((done) => child.on('close', done));
    expect(status).toBe(1);
  });

  test('a folder is none', async () => {
    const cwd = await folderWith({});
    const command = `"${process.execPath}" "${bin}" lint --stdin --stdin-filename ${east} < .`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Cannot read standard input: it is a folder\n',
    });
  });
});

test.each([
  [['--stdin'], '`--stdin` needs a name'],
  [['--stdin', '--stdin-filename', 'notes.txt'], 'notes.txt cannot be a plan'],
  [['--stdin', '--stdin-filename', ''], ' cannot be a plan'],
  [['--stdin', '--stdin-filename', 'x\u001b[31m'], 'x\\u{1b}[31m cannot be a plan'],
  [['--stdin-filename', east], 'give `--stdin`, too'],
  [['--stdin', '--stdin-filename', east, '--since', 'HEAD'], "cannot be used with option '--since"],
  [['--stdin', '--stdin-filename', east, '--fix'], "cannot be used with option '--fix'"],
  [['--stdin', '--stdin-filename', east, 'nowhere'], 'Cannot read nowhere'],
])('2 and a sentence on %j', async (args, sentence) => {
  const cwd = await folderWith({ [west]: plan('West') });
  const { status, stderr } = await waypost(['lint', ...args], cwd, {}, plan('East'));
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
});
