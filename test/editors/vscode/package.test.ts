import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { defaultPlansFolder } from '../../../src/source/discover.ts';
import { version } from '../../../src/version.ts';
import { folderWith } from '../../support/waypost.ts';
import { FakeCode } from './support/fake-code.ts';
import { type Packed, packed } from './support/packed.ts';

let made: Packed;
beforeAll(async () => {
  made = await packed();
});

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => made.files[`extension/${path}`] ?? '';
const manifest = () => JSON.parse(read('package.json'));

test('the package holds the bundle and what goes along with it, no sources', () => {
  expect(made.name).toBe(`waypost-${version()}.vsix`);
  expect(Object.keys(made.files).sort()).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/LICENSE.txt',
    'extension/LICENSES.md',
    'extension/extension.cjs',
    'extension/package.json',
    'extension/readme.md',
  ]);
});

test('what is written elsewhere is taken from there', () => {
  const own = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  expect(manifest()).toMatchObject({
    version: own.version,
    license: own.license,
    engines: { vscode: `^${own.devDependencies['@types/vscode']}` },
  });
  expect(read('LICENSE.txt')).toBe(readFileSync(`${root}/LICENSE`, 'utf8'));
});

test('the manifest leads to what is there', async () => {
  const { main, activationEvents, contributes } = manifest();
  expect(made.files).toHaveProperty([`extension/${main.replace('./', '')}`]);
  expect(activationEvents).toContain(`workspaceContains:**/${defaultPlansFolder}/**`);
  const fake = new FakeCode(await folderWith({}));
  fake.activate(read('extension.cjs'));
  const offered: { command: string }[] = contributes.commands;
  expect(offered.map(({ command }) => command).sort()).toEqual(fake.commands.sort());
});

test('nothing is taken from a workspace that is not trusted', () => {
  const { capabilities, contributes } = manifest();
  const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
  expect(supported).toBe('limited');
  expect(restrictedConfigurations).toEqual(Object.keys(contributes.configuration.properties));
});

test('the bundle needs nothing but the editor and Node, and comes with its licences', () => {
  const needed = [...read('extension.cjs').matchAll(/\brequire\("([^"]+)"\)/g)];
  const others = new Set(needed.flatMap(([, name = '']) => (isBuiltin(name) ? [] : name)));
  expect([...others]).toEqual(['vscode']);
  expect(read('LICENSES.md')).toMatch(/^## vscode-languageclient [\d.]+$/m);
});

test('no file tells where it was made', () => {
  const telling = Object.entries(made.files).filter(([, text]) =>
    [root.slice(0, -1), homedir()].some((place) => text.includes(place)),
  );
  expect(telling.map(([path]) => path)).toEqual([]);
});
