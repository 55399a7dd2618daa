import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { placeholderOf } from '../../src/cli/completion/candidates.ts';
import { isKnown } from '../../src/cli/completion/placeholders.ts';
import { programFor } from '../../src/cli/main.ts';
import { rules } from '../../src/rules/index.ts';
import { repositoryWith } from '../support/repository.ts';
import { Said } from '../support/said.ts';
import { hasTerminal, onTerminal } from '../support/terminal.ts';
import { bin, folderWith, waypost } from '../support/waypost.ts';

const program = await programFor([], () => {});
const plans = { 'content/plans/acme.yaml': 'customer: A', 'content/plans/north/beta.mdx': '---' };

/** The words that a shell is offered. */
async function offered(words: readonly string[], cwd?: string): Promise<string[]> {
  const run = await waypost(['complete', '--', ...words], cwd ?? (await folderWith(plans)));
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return run.stdout.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

const commandOf = (name: string) => program.commands.find((each) => each.name() === name);
const longOptionsOf = (command: Command | undefined) =>
  command?.options.map(({ long }) => long ?? '') ?? [];

describe('what is offered', () => {
  test('the commands, but those that are for programs', async () => {
    const names = program.commands.map((command) => command.name());
    const forPrograms = ['pages', 'complete'];
    expect(names).toEqual(expect.arrayContaining(forPrograms));
    const forUsers = names.filter((name) => !forPrograms.includes(name));
    expect(await offered([''])).toEqual([...forUsers, 'help']);
    expect(await offered(['li'])).toEqual(['lint']);
    expect(await offered([])).toContain('lint');
  });

  test('the options of a command', async () => {
    expect(await offered(['lint', '--'])).toEqual([...longOptionsOf(commandOf('lint')), '--help']);
    expect(await offered(['lint', 'content', '--max'])).toEqual(['--max-warnings']);
    expect(await offered(['lint', '--', '--max'])).toEqual([':files']);
  });

  test('what an option takes, behind a blank or an equals sign', async () => {
    expect(await offered(['lint', '--format', 's'])).toEqual(['sarif']);
    expect(await offered(['lint', '--format=s'])).toEqual(['--format=sarif']);
    expect(await offered(['lint', '--format', 'sarif=re'])).toEqual([':files']);
    expect(await offered(['diagram', '--kind', ''])).toEqual(['environments', 'timeline']);
    expect(await offered(['lint', '--max-warnings', ''])).toEqual([]);
    expect(await offered(['lint', '--shard', ''])).toEqual([]);
    expect(await offered(['merge', 'a.json', ''])).toEqual([':files']);
    expect(await offered(['merge', '--format', 'gi'])).toEqual(['github', 'gitlab']);
    expect(await offered(['lint', '--quiet', '--config', ''])).toEqual([':files']);
    expect(await offered(['lint', '--nonsense=', ''])).toContain(':files');
  });

  test('plans in folders whose names hold ends of lines, which offer nothing else', async () => {
    const cwd = await folderWith({ 'content/plans/a\nb$(touch run)\tx/acme.yaml': 'customer: A' });
    expect(await offered(['diagram', ''], cwd)).toEqual(['acme', ':files']);
  });

  test('rules, plans and shells', async () => {
    expect(await offered(['rules', ''])).toEqual(rules.map(({ id }) => id));
    expect(await offered(['rules', 'iq-late', ''])).toEqual([]);
    expect(await offered(['diagram', ''])).toEqual(['acme', 'beta', ':files']);
    expect(await offered(['lint', '--print-config', 'b'])).toEqual(['beta', ':files']);
    const files = ['content/plans/acme.yaml', 'content/plans/north/beta.mdx', ':files'];
    expect(await offered(['lint', ''])).toEqual(files);
    expect(await offered(['lint', files[0] ?? '', 'c'])).toEqual(files);
    expect(await offered(['completion', ''])).toEqual(['bash', 'zsh', 'fish']);
    expect(await offered(['diagram', ''], await folderWith({}))).toEqual([':files']);
  });

  test('revisions, where there is a repository', async () => {
    const there = await repositoryWith(plans);
    there.git('tag', 'v1');
    expect(await offered(['lint', '--since', ''], there.folder)).toEqual(['HEAD', 'main', 'v1']);
    expect(await offered(['diff', 'v'], there.folder)).toEqual(['v1', ':files']);
    expect(await offered(['lint', '--since', ''], await folderWith({}))).toEqual([]);
  });

  test('nothing that a shell would run', async () => {
    const there = await repositoryWith({
      'content/plans/$(id).yaml': 'x',
      'content/plans/a`b.yaml': 'x',
    });
    there.git('branch', '$(id)');
    there.git('branch', 'a;b');
    expect(await offered(['lint', ''], there.folder)).toEqual([':files']);
    expect(await offered(['lint', '--since', ''], there.folder)).toEqual(['HEAD', 'main']);
  });
});

test('of every operand and value it has been said what it stands for', () => {
  for (const command of program.commands) {
    for (const taker of [...command.registeredArguments, ...command.options]) {
      const placeholder = placeholderOf(taker).replace(/\[.*/, '');
      const isSaid = placeholder === '' || taker.argChoices || isKnown(placeholder);
      expect(isSaid, `${command.name()} ${placeholder}`).toBeTruthy();
    }
  }
});

test('2 on a shell that is not known', async () => {
  const { status, stderr } = await waypost(['completion', 'tcsh'], await folderWith({}));
  expect(status).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish');
});

/** A shell in which waypost is this one, with its completion; `ready>` is what it says when it waits. */
async function bash(files: Readonly<Record<string, string>>) {
  const { stdout } = await waypost(['completion', 'bash'], await folderWith({}));
  const own = `waypost() { '${process.execPath}' '${bin}' "$@"; }\nPS1='ready> '\n`;
  const profile = join(await folderWith({ profile: own + stdout }), 'profile');
  return { profile, cwd: await folderWith(files) };
}

describe('in bash', () => {
  test.each([
    ['waypost li', ['lint']],
    ['waypost rules iq-la', ['iq-late']],
    ['waypost lint --format=s', ['sarif']],
    ['waypost lint --format s', ['sarif']],
    ['waypost lint --quiet --max', ['--max-warnings']],
    ['waypost diagram ', ['acme', 'beta']],
    ['waypost rules nonsense', []],
  ])('%j is completed with %j', async (line, replies) => {
    const { profile, cwd } = await bash(plans);
    const ask = `source '${profile}'; COMP_LINE=$1 COMP_POINT=\${#1}; _waypost waypost; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', ask, 'bash', line], {
      cwd,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.split('\n').filter(Boolean)).toEqual(replies);
  });

  test.runIf(hasTerminal)('what is typed is completed, and nothing of it is run', async () => {
    const { profile, cwd } = await bash({ ...plans, 'settings/$(touch run).yaml': '' });
    const child = onTerminal(['bash', '--noprofile', '--rcfile', profile, '-i'], cwd, {
      TERM: 'dumb',
    });
    const shell = new Said(child);
    await shell.says('ready> ');
    child.stdin?.write('waypost rules iq-la\t');
    await shell.says('waypost rules iq-late ');
    child.stdin?.write('\n');
    await shell.says('iq-late', 'ready> ');
    child.stdin?.write('waypost lint $(touch run) --format=sa\t');
    await shell.says('--format=sarif ');
    child.stdin?.write('\u0015waypost lint --config sett\t\t');
    await shell.says('settings/\\$\\(touch\\ run\\).yaml');
    expect(readdirSync(cwd).sort()).toEqual(['content', 'settings']);
  });
});
