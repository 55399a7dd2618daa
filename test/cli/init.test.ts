import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { askForService } from '../../src/cli/ask.ts';
import { version } from '../../src/version.ts';
import { folderWith, waypost } from '../support/waypost.ts';

const everywhere = [
  '.gitignore',
  '.pre-commit-config.yaml',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  'package.json',
  'waypost.config.yaml',
];

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

test.each([
  ['github', '.github/workflows/plans.yml'],
  ['gitlab', '.gitlab-ci.yml'],
  ['none', undefined],
])('begins a folder whose plans are in order, checked by %s', async (service, workflow) => {
  const cwd = await folderWith({});
  const made = await waypost(['init', 'our plans', '--example', '--ci', service], cwd);
  expect(made).toMatchObject({ status: 0, stdout: '' });
  expect(made.stderr).toContain(
    "Next:\n  cd 'our plans'\n  npm install\n  npx --no waypost lint\n",
  );
  const folder = join(cwd, 'our plans');
  const own = workflow === undefined ? [] : [workflow];
  const plan = 'content/plans/example.yaml';
  expect(await filesIn(folder)).toEqual([...everywhere, ...own, plan].sort());
  for (const file of own)
    expect(load(await readFile(join(folder, file), 'utf8'))).toBeTypeOf('object');
  const linted = await waypost(['lint', '--max-warnings', '0'], folder);
  expect(linted).toEqual({ status: 0, stdout: '1 plan in order\n', stderr: '' });
});

test('pins this version, and leads editors to its schema', async () => {
  const cwd = await folderWith({});
  await waypost(['init', '--example'], cwd);
  const read = (file: string) => JSON.parse(readFileSync(join(cwd, file), 'utf8'));
  expect(read('package.json').devDependencies).toEqual({ waypost: version() });
  const schemas: string[] = Object.keys(read('.vscode/settings.json')['yaml.schemas']);
  const [, path = ''] = /^\.\/node_modules\/waypost\/(.*)$/.exec(schemas[0] ?? '') ?? [];
  const schema = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(schema).toContain('"$schema"');
});

test('begins with the plan that is asked for', async () => {
  const cwd = await folderWith({});
  const answers = [
    ['--plan', 'larkfield'],
    ['--customer', 'Larkfield Early Phase Unit'],
    ['--signed', '2026-01-12'],
    ['--go-live', '2026-09-01'],
    ['--source-database', 'VolTrak 5'],
  ].flat();
  expect((await waypost(['init', ...answers], cwd)).status).toBe(0);
  const plan = await readFile(join(cwd, 'content/plans/larkfield.yaml'), 'utf8');
  expect(plan).toContain('Larkfield Early Phase Unit');
  expect((await waypost(['lint', '--max-warnings', '0'], cwd)).status).toBe(0);
});

test('asks for no installation where Waypost is installed', async () => {
  const cwd = await folderWith({
    'package.json': '{"devDependencies":{"waypost":"file:waypost.tgz"}}',
    'node_modules/waypost/package.json': '{}',
  });
  const { stderr } = await waypost(['init', '--example'], cwd);
  expect(stderr).toContain('\nNext:\n  npx --no waypost lint\n');
});

test('leaves what is there as it is, and says so', async () => {
  const mine = { 'package.json': '{"name":"mine"}', '.gitignore': 'mine\n' };
  const cwd = await folderWith({ ...mine, 'content/plans/mine.yaml': 'customer: Mine\n' });
  await symlink('/nowhere', join(cwd, 'waypost.config.yaml'));
  const { status, stderr } = await waypost(['init'], cwd);
  expect(status).toBe(0);
  expect(stderr).toContain(
    'Left as they were:\n  package.json\n  .gitignore\n  waypost.config.yaml\n',
  );
  expect(stderr).toContain(`npm install --save-dev --save-exact waypost@${version()}\n`);
  for (const [file, text] of Object.entries(mine)) {
    expect(await readFile(join(cwd, file), 'utf8')).toBe(text);
  }
  expect(await readdir(join(cwd, 'content/plans'))).toEqual(['mine.yaml']);

  const again = await waypost(['init'], cwd);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('Everything is there already, and nothing is changed.\n');
});

test('says that services look at the root of a repository only', async () => {
  const cwd = await folderWith({});
  await mkdir(join(cwd, '.git'));
  const inside = await waypost(['init', 'a/b', '--example', '--ci', 'gitlab'], cwd);
  expect(inside.stderr).toContain('not the root of its repository, where GitLab looks');
  const atRoot = await waypost(['init', '--example', '--ci', 'gitlab'], cwd);
  expect(atRoot.stderr).not.toContain('not the root');
});

describe('2 and a sentence, and nothing is written', () => {
  test.each([
    [['--ci', 'jenkins', '--example'], 'Allowed choices are github, gitlab, none'],
    [['--plan', 'A_B'], 'Expected at most 100 small letters and digits'],
    [[], 'A new plan needs --plan, --customer, --signed, --go-live, --source-database'],
    [['--customer', 'Larkfield'], 'or begin with --example'],
  ])('%j', async (args, sentence) => {
    const cwd = await folderWith({});
    const { status, stderr } = await waypost(['init', 'there', ...args], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(await readdir(cwd)).toEqual([]);
  });

  test('a file where the folder would be', async () => {
    const cwd = await folderWith({ there: 'mine' });
    const { status, stderr } = await waypost(['init', 'there', '--example'], cwd);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Cannot begin in there: there is a file of this name already\n',
    });
    expect(await readFile(join(cwd, 'there'), 'utf8')).toBe('mine');
  });

  test('a file where a folder in it would be, and what has been written by then', async () => {
    const cwd = await folderWith({ '.vscode': 'mine', 'package.json': '{}' });
    const { status, stderr } = await waypost(['init', '--example'], cwd);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'Written:\n  .gitignore\n  waypost.config.yaml\n  .pre-commit-config.yaml\n' +
        'Left as they were:\n  package.json\n' +
        'Cannot write .vscode/settings.json: a part of its path is no folder\n',
    );
  });
});

test('asks who checks the plans', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const keys = { down: '\u001b[B', enter: '\r' };
  output.on('data', (data) => {
    const shown = stripVTControlCharacters(String(data));
    // A key is only heard once what is shown has been drawn to the end.
    setImmediate(() => {
      if (/[❯>] GitHub/.test(shown)) input.write(keys.down);
      if (/[❯>] GitLab/.test(shown)) input.write(keys.enter);
    });
  });
  expect(await askForService({ input, output })).toBe('gitlab');
});
