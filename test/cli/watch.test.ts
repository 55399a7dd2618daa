import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { watchedFiles } from '../../src/cli/watched-files.ts';
import { changed } from '../support/plans.ts';
import { Said } from '../support/said.ts';
import { hasTerminal, waypostOnTerminal } from '../support/terminal.ts';
import { bin, folderWith, waypost } from '../support/waypost.ts';

const file = 'content/plans/quillon-bay.yaml';
const sound = changed('planned');
const unpaired = changed('planned', ['test: {}', '']);
const other = changed('planned', ['Quillon Bay Research', 'Other']);

/** A process that is watching the plans of a folder. */
class Watching {
  readonly #child: ChildProcess;
  readonly #cwd: string;
  readonly #said: Said;

  constructor(child: ChildProcess, cwd: string) {
    this.#child = child;
    this.#cwd = cwd;
    this.#said = new Said(child);
  }

  says(...words: string[]): Promise<void> {
    return this.#said.says(...words);
  }

  async write(name: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.#cwd, name)), { recursive: true });
    await writeFile(join(this.#cwd, name), content);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#cwd, name), { recursive: true });
  }

  /** How it ends when the user presses Ctrl+C. */
  async interrupted(): Promise<unknown> {
    this.#child.kill('SIGINT');
    const [status] = await once(this.#child, 'close');
    return status;
  }
}

function watching(cwd: string, ...args: string[]): Watching {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const child = spawn(process.execPath, [bin, 'lint', '--watch', ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Watching(child, cwd);
}

const waiting = 'Watching for changes; Ctrl+C ends\n';

test('plans that change, come and go, in folders that come and go', async () => {
  const cwd = await folderWith({ [file]: sound });
  const lint = watching(cwd);
  await lint.says('1 plan in order\n', waiting);
  await lint.write(file, unpaired);
  await lint.says('pair-incomplete', '1 plan: 1 error', waiting);
  await lint.write('content/plans/north/other.yaml', other);
  await lint.says('2 plans: 1 error', waiting);
  await lint.write('content/plans/north/other.yaml', unpaired);
  await lint.says('duplicate-customer', waiting);
  await lint.remove('content/plans/north');
  await lint.says('1 plan: 1 error', waiting);
  await writeFile(join(cwd, 'saved'), sound);
  await rename(join(cwd, 'saved'), join(cwd, file));
  await lint.says('1 plan in order\n', waiting);
  await lint.remove('content');
  await lint.says('Cannot read content/plans', waiting);
  await lint.write(file, sound);
  await lint.says('1 plan in order\n', waiting);
  expect(await lint.interrupted()).toBe(0);
});

test('a folder that is not there yet', async () => {
  const lint = watching(await folderWith({}));
  await lint.says('Cannot read content/plans', waiting);
  await lint.write(file, unpaired);
  await lint.says('1 plan: 1 error', waiting);
  expect(await lint.interrupted()).toBe(1);
});

test('the configuration; a broken one is told of, and watching goes on', async () => {
  const lint = watching(await folderWith({ [file]: sound }));
  await lint.says('1 plan in order\n', waiting);
  await lint.write('waypost.config.yaml', 'rulez: {}\n');
  await lint.says('waypost.config.yaml:1:1', waiting);
  await lint.write('waypost.config.yaml', 'rules: {}\n');
  await lint.says('1 plan in order\n', waiting);
  await lint.remove('waypost.config.yaml');
  await lint.says('1 plan in order\n', waiting);
  await lint.write('waypost.config.yaml', '- a list\n');
  await lint.says('waypost.config.yaml:1:1', waiting);
  expect(await lint.interrupted()).toBe(2);
});

test('files beside a plan that is named, and a configuration elsewhere', async () => {
  const filed = changed(
    'planned',
    ['statusDate: 2026-03-01', 'statusDate: 2026-05-09'],
    ['{ date: 2026-05-08 }', '{ date: 2026-05-08, file: reports/pre-prod.pdf }'],
  );
  const cwd = await folderWith({ 'a/quillon-bay.yaml': filed, 'b/config.yaml': 'rules: {}' });
  const lint = watching(cwd, 'a/quillon-bay.yaml', '--config', 'b/config.yaml');
  await lint.says('configuration-report-file', 'is not there', waiting);
  await lint.write('a/reports/pre-prod.pdf', 'No PDF');
  await lint.says('configuration-report-file', 'is not a PDF', waiting);
  await lint.write('b/config.yaml', 'rules: { nonsense: off }');
  await lint.says('There is no rule `nonsense`', waiting);
  await lint.interrupted();
});

test('nothing else: what is hidden, what is elsewhere, and what the runs write themselves', async () => {
  const cwd = await folderWith({ [file]: sound });
  await symlink('.', join(cwd, 'content/plans/again'));
  await symlink('../..', join(cwd, 'content/plans/all'));
  const { roots, isIgnored } = watchedFiles({
    paths: [join(cwd, 'content/plans')],
    configuration: join(cwd, 'settings/waypost.yaml'),
    written: [join(cwd, 'content/plans/report.txt')],
  });
  expect(roots).toEqual([join(cwd, 'settings'), join(cwd, 'content')]);
  const watched = ['content', file, 'content/plans/a/b.pdf', 'content/plans/all', 'settings'];
  const ignored = [
    'content/plans/.draft/a.yaml',
    'content/plans/node_modules',
    'content/plans/again',
    'content/plans/all/content/plans/again',
    'content/plans/all/content/plans/all',
    'content/plans/report.txt',
    'content/guides',
    'settings/other.yaml',
    'a.yaml',
  ];
  const paths = [...watched, 'settings/waypost.yaml', ...ignored];
  expect(paths.filter((path) => isIgnored(join(cwd, path)))).toEqual(ignored);
});

test('links that circle', async () => {
  const cwd = await folderWith({ [file]: sound });
  await symlink('.', join(cwd, 'content/plans/again'));
  await symlink('..', join(cwd, 'content/plans/more'));
  const lint = watching(cwd);
  await lint.says('1 plan in order\n', waiting);
  await lint.write(file, unpaired);
  await lint.says('1 plan: 1 error', waiting);
  expect(await lint.interrupted()).toBe(1);
});

test.runIf(hasTerminal)('on a terminal, the screen is cleared; Ctrl+C ends', async () => {
  const cwd = await folderWith({ [file]: unpaired });
  const child = waypostOnTerminal(['lint', '--watch'], cwd, { TERM: 'xterm-256color' });
  const lint = new Watching(child, cwd);
  await lint.says('\u001b[2J\u001b[H', '1 plan: 1 error', 'Watching for changes');
  await lint.write(file, sound);
  await lint.says('\u001b[2J\u001b[H', '1 plan in order', 'Watching for changes');
  child.stdin?.write('\u0003');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test.each([
  [['--format', 'json'], 'leave `--format json` out'],
  [['--format', 'pretty', '--format', 'sarif=x.sarif'], 'leave `--format sarif` out'],
  [['--fix'], "cannot be used with option '--fix'"],
  [['--stdin', '--stdin-filename', file], "cannot be used with option '--watch'"],
])('2 and a sentence with %j', async (args, sentence) => {
  const cwd = await folderWith({ [file]: sound });
  const { status, stdout, stderr } = await waypost(['lint', '--watch', ...args], cwd);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(sentence);
});
