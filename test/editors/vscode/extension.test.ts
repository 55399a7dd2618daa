import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { URI } from 'vscode-uri';
import { version } from '../../../src/version.ts';
import { changed } from '../../support/plans.ts';
import { folderWith } from '../../support/waypost.ts';
import { FakeCode, type Window } from './support/fake-code.ts';
import { install, installWatched, isRunning } from './support/installed.ts';
import { packed } from './support/packed.ts';

let code = '';
beforeAll(async () => {
  code = (await packed()).files['extension/extension.cjs'] ?? '';
});

const file = 'content/plans/quillon-bay.yaml';
const sound = changed('planned');
const unpaired = changed('planned', ['    test: {}\n', '']);
const finding = ['7 pair-incomplete'];
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A window with the packed extension, in which a plan is open. */
function windowOf(folder: string, window?: Window, plan = file): FakeCode {
  const fake = new FakeCode(folder, window);
  fake.activate(code);
  fake.open(plan);
  return fake;
}

/** Waits until a file has the findings that it should have. */
async function until(fake: FakeCode, expected: readonly string[], plan = file): Promise<void> {
  await vi.waitFor(() => expect(fake.findings(plan)).toEqual(expected), patience);
}

const patience = { timeout: 50_000, interval: 20 };

describe('plans are checked', () => {
  test('by the Waypost that is installed, with every key', async () => {
    const folder = await folderWith({ [file]: unpaired });
    await install(folder);
    const fake = windowOf(folder);
    await until(fake, finding);
    expect([...fake.statuses].map(({ text }) => text)).toEqual([`Waypost ${version()}`]);
    fake.type(file, sound);
    await until(fake, []);
    fake.type(file, unpaired);
    await until(fake, finding);
    expect(fake.messages).toEqual([]);
  });

  test('in MDX too, even where the editor does not know that language', async () => {
    const plan = 'content/plans/quillon-bay.mdx';
    const folder = await folderWith({ [plan]: `---\n${unpaired}---\n\nProse\n` });
    await install(folder);
    const fake = new FakeCode(folder);
    fake.activate(code);
    fake.open(plan, 'plaintext');
    await until(fake, ['8 pair-incomplete'], plan);
  });

  test('that were open before the extension was there', async () => {
    const folder = await folderWith({ [file]: unpaired });
    await install(folder);
    const fake = new FakeCode(folder);
    fake.open(file);
    fake.activate(code);
    await until(fake, finding);
  });

  test('anew when the settings change', async () => {
    const settings = 'waypost.config.yaml';
    const late = changed('planned', ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }']);
    const folder = await folderWith({ [file]: late });
    await install(folder);
    const fake = windowOf(folder);
    await until(fake, ['16 iq-late']);
    await writeFile(join(folder, settings), 'rules: { iq-late: off }\n');
    fake.happen('onDidCreate', URI.file(join(folder, settings)));
    await until(fake, []);
  });

  test('by the repository of Waypost itself', async () => {
    const manifest = await readFile(join(root, 'package.json'), 'utf8');
    const folder = await folderWith({ [file]: unpaired, 'package.json': manifest });
    await symlink(join(root, 'src'), join(folder, 'src'));
    await until(windowOf(folder), finding);
  });

  test('by what is installed above them, up to the workspace folder', async () => {
    const nested = `docs/onboarding/${file}`;
    const folder = await folderWith({ [nested]: unpaired });
    await install(folder);
    await until(windowOf(folder, {}, nested), finding, nested);
  });

  test('by the Waypost that the setting names, however near another one is', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder);
    await install(join(folder, 'tools'));
    const settings = { 'waypost.path': 'tools/node_modules/waypost' };
    await until(windowOf(folder, { settings }), finding);
    expect(await started()).toEqual([]);
  });

  test('with the Node that is installed beside', async () => {
    const folder = await folderWith({
      [file]: unpaired,
      'node_modules/node/package.json':
        '{ "name": "node", "version": "26.10.0", "bin": { "node": "bin/node" } }',
      'node_modules/node/bin/node': `#!/bin/sh\necho "$@" > used.txt\nexec '${process.execPath}' "$@"\n`,
    });
    await chmod(join(folder, 'node_modules/node/bin/node'), 0o755);
    await install(folder);
    await until(windowOf(folder), finding);
    expect(await readFile(join(folder, 'used.txt'), 'utf8')).toMatch(/bin\.mjs lsp --stdio\n$/);
  });
});

test('what is no plan starts nothing', async () => {
  const folder = await folderWith({ 'values.yaml': 'a: 1\n', 'content/plans/note.txt': 'a' });
  const { started } = await installWatched(folder);
  const fake = windowOf(folder, {}, 'values.yaml');
  fake.open('content/plans/note.txt', 'plaintext');
  expect([...fake.statuses]).toEqual([]);
  await fake.deactivate();
  expect(await started()).toEqual([]);
});

describe('the server', () => {
  test('is another process after a restart, and none when the editor is closed', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder);
    const fake = windowOf(folder);
    await until(fake, finding);
    await fake.command('waypost.restart');
    await until(fake, finding);
    const [first = 0, second = 0, ...others] = await started();
    expect(others).toEqual([]);
    await vi.waitFor(() => expect(isRunning(first)).toBe(false), patience);
    expect(isRunning(second)).toBe(true);
    await fake.deactivate();
    await vi.waitFor(() => expect(isRunning(second)).toBe(false), patience);
    expect(fake.messages).toEqual([]);
  });

  test('is begun again when it crashes', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder);
    const fake = windowOf(folder);
    await until(fake, finding);
    const [first = 0] = await started();
    process.kill(first, 'SIGKILL');
    await vi.waitFor(async () => expect(await started()).toHaveLength(2), patience);
    await until(fake, finding);
    expect(fake.messages).toEqual([]);
  });

  test('that cannot start is not tried again and again; it is said once, with its own words', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const program = `console.error('This is too old.'); process.exit(2);`;
    const { started } = await installWatched(folder, program);
    const fake = windowOf(folder);
    await vi.waitFor(() => expect(fake.messages).not.toEqual([]), patience);
    expect(fake.messages).toEqual([[expect.stringContaining('has ended'), 'Show Output']]);
    await vi.waitFor(() => expect(fake.output).toContain('This is too old.'), patience);
    expect(await started()).toHaveLength(1);
    const [status] = fake.statuses;
    expect(status).toMatchObject({ text: 'Waypost: not checked', detail: fake.messages[0]?.[0] });
  });

  test('that does not speak the protocol is no reason to wait when it is to be another', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder, 'setInterval(() => {}, 1000);');
    const fake = windowOf(folder);
    await vi.waitFor(async () => expect(await started()).toHaveLength(1), patience);
    fake.settings = { 'waypost.path': root };
    fake.happen('onDidChangeConfiguration', { affectsConfiguration: () => true });
    await until(fake, finding);
    const [silent = 0] = await started();
    await vi.waitFor(() => expect(isRunning(silent)).toBe(false), patience);
    expect(fake.messages).toEqual([]);
  });
});

describe('that plans are not checked is said', () => {
  test('where no Waypost is installed; a restart finds the one that is by then', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const fake = windowOf(folder);
    expect(fake.messages).toEqual([[expect.stringContaining('npm install'), 'Restart']]);
    const [status] = fake.statuses;
    expect(status).toMatchObject({
      text: 'Waypost: not checked',
      detail: fake.messages[0]?.[0],
      command: { command: 'waypost.restart' },
    });
    await install(folder);
    await fake.command('waypost.restart');
    await until(fake, finding);
    expect([...fake.statuses].map(({ text }) => text)).toEqual([`Waypost ${version()}`]);
  });

  test('where the setting leads to no Waypost, even if one is installed', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder);
    const fake = windowOf(folder, { settings: { 'waypost.path': '../tools' } });
    expect(fake.messages).toEqual([
      [expect.stringMatching(/no Waypost in \.\.\/tools, .* waypost\.path/), 'Open Setting'],
    ]);
    fake.settings = {};
    fake.happen('onDidChangeConfiguration', { affectsConfiguration: () => true });
    await until(fake, finding);
    expect(await started()).toHaveLength(1);
  });

  test('where the workspace is not trusted: no program of it runs until it is', async () => {
    const folder = await folderWith({ [file]: unpaired });
    const { started } = await installWatched(folder);
    const fake = new FakeCode(folder, { isTrusted: false });
    fake.pressed = 'Manage Workspace Trust';
    fake.activate(code);
    fake.open(file);
    expect(fake.messages).toEqual([
      [expect.stringContaining('not trusted'), 'Manage Workspace Trust'],
    ]);
    await vi.waitFor(() => expect(fake.run).toEqual([['workbench.trust.manage']]), patience);
    expect(await started()).toEqual([]);
    fake.isTrusted = true;
    fake.happen('onDidGrantWorkspaceTrust', undefined);
    await until(fake, finding);
    expect(await started()).toHaveLength(1);
  });

  test('where the plan is outside of the workspace, whose trust does not reach there', async () => {
    const other = await folderWith({ 'work/note.txt': '', [file]: unpaired });
    const { started } = await installWatched(other);
    const fake = windowOf(join(other, 'work'), {}, `../${file}`);
    expect(fake.messages).toEqual([
      [expect.stringContaining('no part of the workspace'), 'Open Folder'],
    ]);
    await fake.deactivate();
    expect(await started()).toEqual([]);
  });
});

describe('names cannot become links that run commands', () => {
  const hostile = '[Mend](command:workbench.action.quit)';

  test('in what the extension says', async () => {
    const plan = `${hostile}/${file}`;
    const folder = await folderWith({ [plan]: unpaired });
    const fake = windowOf(folder, {}, plan);
    expect(fake.messages).toEqual([[expect.stringContaining('[Mend] (command:'), 'Restart']]);
  });

  test('in what the server says', async () => {
    const folder = await folderWith({ [file]: unpaired });
    await install(folder);
    await mkdir(join(folder, 'content/plans'), { recursive: true });
    await symlink('nowhere', join(folder, `content/plans/${hostile}.yaml`));
    const fake = windowOf(folder);
    await until(fake, finding);
    await vi.waitFor(() => expect(fake.messages).not.toEqual([]), patience);
    expect(fake.messages).toEqual([[expect.stringContaining('[Mend] (command:')]]);
  });
});
