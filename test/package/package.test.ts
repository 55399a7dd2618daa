import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hashOfReaderCode } from '../../src/source/reader-code.ts';
import { type Installed, installed, root } from './support/installed.ts';

let made: Installed;
beforeAll(async () => {
  made = await installed();
}, 600_000);

test('the package holds what it needs at a user’s, and nothing else', () => {
  const rooms = made.files.map((path) => path.replace(/^((?:src|content)\/[^/]+|[^/]+).*$/, '$1'));
  expect([...new Set(rooms)].sort()).toEqual([
    '.pre-commit-hooks.yaml',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'action.yml',
    'content/guides',
    'lib',
    'package.json',
    'schemas',
    'src/cli',
    'src/diagram',
    'src/diff',
    'src/git',
    'src/lifecycle',
    'src/lint',
    'src/report',
    'src/rules',
    'src/site',
    'src/source',
    'src/version.ts',
    'tsconfig.json',
  ]);
  const ofCommands = made.files.filter((path) => path.startsWith('src/cli/'));
  expect(ofCommands.filter((path) => !path.startsWith('src/cli/templates/'))).toEqual([
    'src/cli/bin.mjs',
  ]);
  expect(made.files).toContain('lib/main.mjs');
  expect(made.files).toContain('lib/LICENSES.md');
});

test('no file of it tells where it was made', () => {
  const places = [root.slice(0, -1), homedir(), made.folder];
  const telling = made.files.filter((path) => {
    const text = readFileSync(join(made.folder, 'node_modules/waypost', path), 'utf8');
    return places.some((place) => text.includes(place));
  });
  expect(telling).toEqual([]);
});

test('what it imports is what it depends on, wherever a package manager puts that', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const known = [
    ...Object.keys(dependencies),
    // Only the command line writes JUnit’s XML, and it has these bundled.
    'xastscript',
    'xast-util-to-xml',
    // Starlight’s own, looked up from there: see `search-when-opened.ts`.
    '@pagefind/default-ui',
  ];
  const code = made.files.filter((path) => /\.(mjs|ts|astro|mdx|css)$/.test(path));
  const imported = code.flatMap((path) => {
    const text = readFileSync(join(made.folder, 'node_modules/waypost', path), 'utf8');
    return [...text.matchAll(imports)].map(([, name = '']) => name);
  });
  expect(imported).toContain('@astrojs/starlight');
  expect([...new Set(imported)].filter((name) => !known.includes(name))).toEqual([]);
});

/** Names of packages that are imported for more than their types; not those of Node or Astro itself. */
const imports =
  /(?:^@?import |^(?:import (?!type )|export [*{])[^'"]*? from |(?<!\{)\bimport\()['"]((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^'":]*)?['"]/gm;

test('the code that is bundled comes with the licences it asks for', () => {
  const text = readFileSync(join(made.folder, 'node_modules/waypost/lib/LICENSES.md'), 'utf8');
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/commander/package.json'), 'utf8'),
  );
  expect(text).toContain(`## commander ${version}\n`);
  expect(text).toMatch(/## zod [\d.]+\n\nMIT License/);
});

test('the command line begins without what built-in modules load for everything they export', () => {
  const code = made.files.filter((path) => /^lib\/.*\.mjs$/.test(path));
  const importing = code.filter((path) => {
    const text = readFileSync(join(made.folder, 'node_modules/waypost', path), 'utf8');
    return /^import .* from ["']node:/m.test(text);
  });
  expect(code.length).toBeGreaterThan(10);
  expect(importing).toEqual([]);
});

test('facts that are kept are told apart by the code that it was made of', () => {
  const told = readFileSync(join(made.folder, 'node_modules/waypost/lib/reader-code'), 'utf8');
  expect(told).toBe(hashOfReaderCode());
});

test('what only this repository’s own work needs is not installed with it', async () => {
  const packages = join(made.folder, 'node_modules');
  for (const name of ['vitest', 'typescript', 'playwright-core', 'node', 'xastscript']) {
    expect(existsSync(join(packages, name)), name).toBe(false);
  }
  expect(await readdir(packages)).toContain('astro');
});
