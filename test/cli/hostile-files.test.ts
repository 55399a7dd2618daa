import { truncateSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { meddling } from '../support/meddling.ts';
import { changed } from '../support/plans.ts';
import { folderWith, run, waypost } from '../support/waypost.ts';

const sound = changed('planned');
const plan = 'content/plans/quillon-bay.yaml';
const unixOnly = test.skipIf(process.platform === 'win32');

/** Lints a folder with a plan in order and something else. */
async function lintWith(prepare: (plans: string) => unknown, ...args: string[]) {
  const cwd = await folderWith({ [plan]: sound });
  await prepare(join(cwd, 'content/plans'));
  return waypost(['lint', ...args], cwd);
}

describe('what is called like a plan and is no file, is told of and never read', () => {
  const notAFile = (name: string) => ({
    status: 2,
    stderr: `Cannot read content/plans/${name}: it is called like a plan, and is no file\n`,
  });

  unixOnly('a pipe', async () => {
    const found = await lintWith((plans) => run('mkfifo', [join(plans, 'pipe.yaml')], plans));
    expect(found).toMatchObject(notAFile('pipe.yaml'));
  });

  unixOnly('a socket', async () => {
    const server = createServer();
    onTestFinished(() => {
      server.close();
    });
    const found = await lintWith(
      (plans) =>
        new Promise<void>((done) => server.listen(join(plans, 'socket.mdx'), () => done())),
    );
    expect(found).toMatchObject(notAFile('socket.mdx'));
  });

  unixOnly('a device', async () => {
    const { status, stderr } = await lintWith((plans) =>
      symlink('/dev/zero', join(plans, 'zero.yaml')),
    );
    expect(status).toBe(2);
    expect(stderr).toContain('Cannot read content/plans/zero.yaml: ');
  });
});

describe('links', () => {
  const outside = 'this link leads out of the folder; name what it leads to, if that is meant\n';

  test('out of the folder show nothing of what they lead to', async () => {
    const elsewhere = await folderWith({ secret: 'token-1234' });
    const { status, stdout, stderr } = await lintWith((plans) =>
      symlink(join(elsewhere, 'secret'), join(plans, 'acme.yaml')),
    );
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Cannot read content/plans/acme.yaml: ${outside}`,
    });
    expect(stdout).not.toContain('token');
  });

  test('nor do those into folders that are passed over', async () => {
    const { status, stdout, stderr } = await lintWith(async (plans) => {
      await mkdir(join(plans, '../../.git'));
      await writeFile(join(plans, '../../.git/config'), 'token-1234');
      await symlink('../../.git', join(plans, 'north'));
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Cannot read content/plans/north: ${outside}`,
    });
    expect(stdout).not.toContain('token');
  });

  test('to plans elsewhere are followed where they are named', async () => {
    const elsewhere = await folderWith({ 'other.yaml': sound.replace('Quillon', 'Another') });
    const link = 'content/plans/other.yaml';
    const { status } = await lintWith(
      (plans) => symlink(join(elsewhere, 'other.yaml'), join(plans, 'other.yaml')),
      link,
    );
    expect(status).toBe(0);
  });
});

describe('what vanishes once it has been found is told of, and all else is linted', () => {
  const wrong = changed('planned', ['test: {}', '']);

  test.each([
    ['a plan', 'gone.yaml', 'openSync', 'gone.yaml'],
    ['a folder', 'gone', 'readdirSync', 'gone/plan.yaml'],
  ])('%s', async (_, name, step, file) => {
    const cwd = await folderWith({
      [plan]: wrong,
      [`content/plans/${file}`]: sound,
      'content/plans/later.yaml': wrong.replace('Quillon', 'Later'),
    });
    const isThere = `if (String(path).endsWith(${JSON.stringify(`plans/${name}`)}))`;
    const vanishing = meddling(step, `${isThere} fs.rmSync(path, { recursive: true })`);
    const { status, stdout, stderr } = await waypost(['lint'], cwd, vanishing);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Cannot read content/plans/${name}: there is no such file or folder\n`,
    });
    expect(stdout).toContain(`${plan}:7:3  error  pair-incomplete`);
    expect(stdout).toContain('content/plans/later.yaml:7:3  error  pair-incomplete');
  });
});

test('a file of a gigabyte is refused by its size', async () => {
  const { status, stdout } = await lintWith(async (plans) => {
    await writeFile(join(plans, 'large.yaml'), '');
    truncateSync(join(plans, 'large.yaml'), 2 ** 30);
  });
  expect(status).toBe(1);
  expect(stdout).toContain('This file has 1024.0 MiB; a plan has at most 1 MiB');
});

test('names that differ in capitals only are told apart, and told of', async () => {
  const { status, stdout } = await lintWith(async (plans) => {
    await writeFile(join(plans, 'ACME.yaml'), sound.replace('Quillon', 'One'));
    await writeFile(join(plans, 'acme.yaml'), sound.replace('Quillon', 'Other'));
  });
  expect(status).toBe(1);
  expect(stdout).toContain('content/plans/acme.yaml:1:1  error  duplicate-plan');
});

test.each([
  [
    'accents that are put on a letter in two ways',
    'caf\u00e9',
    'cafe\u0301',
    'error  duplicate-plan\n',
  ],
  ['blanks', 'my plan', 'other', 'called `my plan.yaml`; expected a name in kebab-case'],
  [
    'what every object seems to have',
    '__proto__',
    'constructor',
    'called `__proto__.yaml`; expected',
  ],
])('names with %s are told of, and every plan is judged', async (_, one, other, told) => {
  const { status, stdout, stderr } = await lintWith(async (plans) => {
    await writeFile(join(plans, `${one}.yaml`), sound.replace('Quillon', 'One'));
    await writeFile(join(plans, `${other}.yaml`), sound.replace('Quillon', 'Other'));
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain(told);
  expect(stdout).toMatch(/\n3 plans: /);
});

unixOnly('a line end in a name ends no line of a report', async () => {
  const { status, stdout } = await lintWith(
    (plans) => writeFile(join(plans, 'a\n::error::b.yaml'), sound),
    '--format',
    'github',
  );
  expect(status).toBe(1);
  expect(stdout).toContain('a\\u{a}::error::b.yaml');
  expect(stdout).not.toMatch(/^::error::b/m);
});

describe('the configuration', () => {
  unixOnly.each(['/dev/zero', '/dev/tty'])('is no device: %s', async (device) => {
    const { status, stderr } = await lintWith((plans) =>
      symlink(device, join(plans, '../../waypost.config.yaml')),
    );
    expect(status).toBe(2);
    expect(stderr).toBe('Cannot read the configuration waypost.config.yaml: it is no file\n');
  });

  test.each(['__proto__', 'constructor', 'toString'])('knows no rule %s', async (id) => {
    const { status, stderr } = await lintWith((plans) =>
      writeFile(join(plans, '../../waypost.config.yaml'), `rules:\n  ${id}: off\n`),
    );
    expect(status).toBe(2);
    expect(stderr).toContain(`waypost.config.yaml:2:3 There is no rule \`${id}\``);
  });
});
