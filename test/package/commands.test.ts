import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { planJsonSchema } from '../../schemas/json-schema.ts';
import { freePort } from '../support/free-port.ts';
import { changed } from '../support/plans.ts';
import { type Files, repositoryWith } from '../support/repository.ts';
import { folderWith, run } from '../support/waypost.ts';
import { installed, installedWaypost, linkInto, variables } from './support/installed.ts';

beforeAll(async () => void (await installed()), 600_000);

const plan = 'content/plans/quillon-bay.yaml';
const questions = [
  ['--customer', 'Quillon Bay Research'],
  ['--signed', '2026-03-02'],
  ['--go-live', '2026-09-01'],
  ['--source-database', 'none'],
].flat();

/** A folder of a user's own, with Waypost installed in it. */
async function usersFolder(files: Files = { [plan]: changed('planned') }): Promise<string> {
  const { folder } = await repositoryWith(files);
  await linkInto(folder);
  return folder;
}

test('lint, of YAML and of prose', async () => {
  const cwd = await usersFolder({
    [plan]: changed('planned', ['test: {}', '']),
    'content/plans/ardmore.mdx': `---\n${changed('live')}---\n\nSee [there](/nowhere/).\n`,
  });
  const { status, stdout, stderr } = await installedWaypost(['lint'], cwd);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toContain(`${plan}:`);
  expect(stdout).toContain('Sandbox has no Test instance');
  expect(stdout).toContain('prose-broken-link');
});

test('lint --fix, and what it would do', async () => {
  const cwd = await usersFolder({
    [plan]: changed('planned', ['goLive: 2026-07-20', 'goLve: 2026-07-20']),
  });
  const dry = await installedWaypost(['lint', '--fix-dry-run'], cwd);
  expect(dry.stdout).toContain('-goLve: 2026-07-20\n+goLive: 2026-07-20\n');
  const { status, stdout } = await installedWaypost(['lint', '--fix'], cwd);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '1 plan in order\n' });
});

test('lint in shards, and merge', async () => {
  const cwd = await usersFolder({
    [plan]: changed('planned', ['test: {}', '']),
    'content/plans/ardmore.mdx': `---\n${changed('live')}---\n\nSee [there](/nowhere/).\n`,
  });
  for (const number of [1, 2, 3]) {
    const format = ['--format', `json=shards/${number}.json`];
    await mkdir(join(cwd, 'shards'), { recursive: true });
    await installedWaypost(['lint', '--shard', `${number}/3`, ...format], cwd);
  }
  expect(await installedWaypost(['merge', 'shards'], cwd)).toEqual(
    await installedWaypost(['lint'], cwd),
  );
});

test('lint knows the guides and the pages that come with it', async () => {
  const prose = 'See [the guide](/guides/change-control/) and [the rules](/rules/).\n';
  const cwd = await usersFolder({
    'content/plans/ardmore.mdx': `---\n${changed('live')}---\n\n${prose}`,
  });
  expect((await installedWaypost(['lint'], cwd)).stdout).toBe('1 plan in order\n');
});

test('new, then lint', async () => {
  const cwd = await usersFolder({});
  const { status } = await installedWaypost(['new', 'quillon-bay', ...questions], cwd);
  expect(status).toBe(0);
  expect((await installedWaypost(['lint', '--max-warnings', '0'], cwd)).status).toBe(0);
});

test('diff', async () => {
  const cwd = await usersFolder();
  await writeFile(
    join(cwd, plan),
    changed('planned', ['goLive: 2026-07-20', 'goLive: 2026-07-27']),
  );
  const { status, stdout } = await installedWaypost(['diff', '--format', 'markdown'], cwd);
  expect(status).toBe(0);
  expect(stdout).toContain('2026-07-27');
});

test('diagrams, as text and as drawings', async () => {
  const cwd = await usersFolder();
  const draw = async (...options: string[]) =>
    (await installedWaypost(['diagram', 'quillon-bay', ...options], cwd)).stdout;
  expect(await draw()).toMatch(/^flowchart /);
  expect(await draw('--format', 'svg')).toMatch(/<svg .*Sandbox/s);
  expect(await draw('--kind', 'timeline')).toMatch(/<svg .*Sandbox/s);
});

test('rules, schema and version', async () => {
  const cwd = await usersFolder();
  const { version } = JSON.parse(
    readFileSync(join(cwd, 'node_modules/waypost/package.json'), 'utf8'),
  );
  expect((await installedWaypost(['--version'], cwd)).stdout).toBe(`${version}\n`);
  expect((await installedWaypost(['rules', 'iq-late'], cwd)).stdout).toMatch(
    /^iq-late \(warning\)/,
  );
  expect((await installedWaypost(['schema'], cwd)).stdout).toBe(planJsonSchema());
});

describe('the site', () => {
  test('build, from the plans and the settings of the folder, into it; then preview', async () => {
    const cwd = await usersFolder({
      [plan]: changed('planned'),
      'waypost.config.yaml': 'site: { title: Plans of ours }\n',
    });
    const { status, stdout, stderr } = await installedWaypost(['build'], cwd);
    expect({ status, stderr, stdout }).toMatchObject({ status: 0 });
    const page = readFileSync(join(cwd, 'dist/plans/quillon-bay/index.html'), 'utf8');
    expect(page).toContain('Quillon Bay Research');
    expect(page).toContain('Plans of ours');
    expect(page).toContain('wp-diagram-frame');
    expect(existsSync(join(cwd, 'dist/guides/change-control/index.html'))).toBe(true);
    expect(existsSync(join(cwd, 'dist/pagefind/pagefind.js'))).toBe(true);
    expect((await readdir(cwd)).sort()).toEqual([
      '.git',
      'content',
      'dist',
      'node_modules',
      'waypost.config.yaml',
    ]);

    const address = await served(['preview'], cwd);
    const answer = () => textOf(`${address}/plans/quillon-bay/`);
    await vi.waitFor(async () => expect(await answer()).toBe(page), { timeout: 60_000 });
  }, 300_000);

  test('build runs nothing of the folder, and heeds no settings of other tools there', async () => {
    const mark = join(await folderWith({}), 'has-run');
    const code = `process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(mark)}, '');\n`;
    const module = `${code}export default {};\n`;
    const cwd = await usersFolder({
      [plan]: changed('planned'),
      'astro.config.mjs': module,
      'ec.config.mjs': module,
      'vite.config.mjs': module,
      'postcss.config.mjs': module,
      'src/content.config.mjs': module,
      'src/middleware.mjs': module,
      'src/pages/page.astro': `---\n${code}---\nA page\n`,
      'postcss.config.cjs': code,
      '.postcssrc.cjs': code,
      'babel.config.cjs': code,
      'public/page.html': 'A page',
      'tsconfig.json': '{ broken',
      '.browserslistrc': '{ broken',
      'pagefind.yml': 'site: elsewhere\n',
    });
    const { status, stderr, stdout } = await installedWaypost(['build'], cwd);
    expect({ status, stderr, stdout }).toMatchObject({ status: 0 });
    expect(existsSync(mark)).toBe(false);
    expect(existsSync(join(cwd, 'dist/plans/quillon-bay/index.html'))).toBe(true);
    expect(existsSync(join(cwd, 'dist/page.html'))).toBe(false);
    expect(existsSync(join(cwd, 'dist/page/index.html'))).toBe(false);
  }, 300_000);

  test('dev, with the styles and scripts of the packages it was installed with', async () => {
    const cwd = await usersFolder();
    const address = await served(['dev'], cwd);
    const page = await vi.waitFor(
      async () => {
        const text = await textOf(`${address}/plans/quillon-bay/`);
        expect(text).toContain('Quillon Bay Research');
        return text;
      },
      { timeout: 120_000, interval: 500 },
    );
    const loaded = [...page.matchAll(/(?:src|href)="(\/@fs\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(loaded.length).toBeGreaterThan(0);
    for (const path of loaded) {
      const { status } = await fetch(
        address + path.replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
      );
      expect(status, path).toBe(200);
    }
  }, 300_000);
});

/** Starts a server, which ends with the test. */
async function served(command: readonly string[], cwd: string): Promise<string> {
  const port = String(await freePort());
  const child = spawn(join(cwd, 'node_modules/.bin/waypost'), [...command, '--port', port], {
    cwd,
    stdio: 'ignore',
    // Astro serves no pages where it believes itself in a test.
    env: variables,
  });
  onTestFinished(() => void child.kill());
  return `http://localhost:${port}`;
}

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text();
}

test('lsp, telling an editor what lint tells', async () => {
  const cwd = await usersFolder();
  const child = spawn(join(cwd, 'node_modules/.bin/waypost'), ['lsp', '--stdio'], {
    cwd,
    env: variables,
  });
  onTestFinished(() => void child.kill());
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  onTestFinished(() => connection.dispose());
  const published = new Promise<PublishDiagnosticsParams>((done) => {
    connection.onNotification(PublishDiagnosticsNotification.type, done);
  });
  connection.listen();
  const folder = { uri: pathToFileURL(cwd).href, name: 'plans' };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [folder],
  });
  await connection.sendNotification('initialized', {});
  const uri = `${folder.uri}/${plan}`;
  const text = changed('planned', ['test: {}', '']);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  const { diagnostics } = await published;
  expect(diagnostics.map(({ code }) => code)).toContain('pair-incomplete');
});

test('init, into an empty folder; what it makes is in order', async () => {
  const cwd = await folderWith({});
  await linkInto(cwd);
  const { status } = await installedWaypost(['init', '.', '--example', '--ci', 'github'], cwd);
  expect(status).toBe(0);
  expect((await installedWaypost(['lint', '--max-warnings', '0'], cwd)).stdout).toBe(
    '1 plan in order\n',
  );
});

test('a Node that is too old is told so', async () => {
  const cwd = await usersFolder();
  const old = "Object.defineProperty(process, 'versions', { value: { node: '20.19.0' } })";
  const bin = join(cwd, 'node_modules/waypost/src/cli/bin.mjs');
  const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, bin, 'lint'];
  const { status, stdout, stderr } = await run(process.execPath, args, cwd);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('waypost needs Node 22.18 or newer, and this is 20.19.0');
});
