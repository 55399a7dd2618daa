import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/cli/ask.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const options = [
  ['--customer', 'Quillon: "Bay"'],
  ['--signed', '2026-03-02'],
  ['--go-live', '2026-09-01'],
  ['--source-database', 'none'],
].flat();

test('writes a plan that is in order', async () => {
  const cwd = await folderWith({});
  const { status, stdout, stderr } = await waypost(['new', 'quillon-bay', ...options], cwd);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toMatch(/^content\/plans\/quillon-bay\.yaml is written/);
  const linted = await waypost(['lint', '--max-warnings', '0'], cwd);
  expect(linted).toEqual({ status: 0, stdout: '1 plan in order\n', stderr: '' });
});

test('--stdout prints the plan and writes nothing', async () => {
  const cwd = await folderWith({});
  const { status, stdout } = await waypost(['new', 'quillon-bay', '--stdout', ...options], cwd);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^customer: "Quillon: \\"Bay\\""\n/);
  expect((await waypost(['lint'], cwd)).status).toBe(2);
});

describe('2 and a sentence', () => {
  test('a file of that name is kept as it is', async () => {
    const file = 'content/plans/quillon-bay.yaml';
    const cwd = await folderWith({ [file]: 'customer: Another\n' });
    const { status, stderr } = await waypost(['new', 'quillon-bay', ...options], cwd);
    expect(status).toBe(2);
    expect(stderr).toBe(`Cannot write ${file}: there is a file of this name already\n`);
    expect(await readFile(join(cwd, file), 'utf8')).toBe('customer: Another\n');
  });

  test('a customer who has a plan already', async () => {
    const cwd = await folderWith({});
    await waypost(['new', 'quillon-bay', ...options], cwd);
    for (const id of ['another', 'zebra']) {
      const { status, stderr } = await waypost(['new', id, ...options], cwd);
      expect(status).toBe(2);
      expect(stderr).toContain('duplicate-customer');
      expect(stderr).toContain('No plan is written');
    }
  });

  test('what is missing, where nobody can be asked', async () => {
    const { status, stderr } = await waypost(['new', 'quillon-bay'], await folderWith({}));
    expect(status).toBe(2);
    expect(stderr).toMatch(/--customer, --signed, --go-live, --source-database/);
  });

  test('no room between contract and go-live, with the rules that say so', async () => {
    const late = options.with(options.indexOf('2026-09-01'), '2026-03-02');
    const { status, stderr } = await waypost(['new', 'a', ...late], await folderWith({}));
    expect(status).toBe(2);
    expect(stderr).toContain('  - Go-live is on 2026-03-02\n');
    expect(stderr).toMatch(/ {2}- .* \([a-z-]+\)\n/);
  });

  test.each([
    [['Quillon_Bay'], 'Expected at most 100 small letters and digits'],
    [['a', '--signed', '2026-02-30'], 'Expected a calendar date'],
    [['a', '--customer', ' '], 'Expected text'],
    [['a', '--source-database', 'n/a'], 'Expected the name of the database, or `none`'],
  ])('%j', async (args, sentence) => {
    const { status, stderr } = await waypost(['new', ...args], await folderWith({}));
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

test('asks for what is not known, and again where an answer will not do', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  const answers = ['Bay\n', '\u0015', 'bay\n', '2026-03-02\n', '2026-09-01\n', 'none\n'];
  // One answer for each time that something new is shown and then waits.
  const timer = setInterval(() => input.write(answers.shift() ?? ''), 100);
  output.on('data', (data) => {
    shown += data;
  });
  const known = await ask({ customer: 'Quillon Bay' }, { input, output });
  clearInterval(timer);
  expect(known).toEqual({
    id: 'bay',
    customer: 'Quillon Bay',
    signed: '2026-03-02',
    goLive: '2026-09-01',
    sourceDatabase: 'none',
  });
  expect(shown).toContain('Expected at most 100 small letters and digits');
});
