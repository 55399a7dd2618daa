import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundled } from '../.dev/bundled.ts';
import { run } from './support/waypost.ts';

/**
 * Licences that let anybody use a package, as it is, in anything, as long as its notice is kept. Of these
 * MPL-2.0 asks more only of who changes its files.
 */
const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
]);

/** Others that are known, by the beginning of their path, and why they may be there. */
const known: Readonly<Record<string, string>> = {
  '@img/sharp-':
    'LGPL: libvips, a library of its own that Astro may use for images; nothing is linked into ours',
  elkjs: 'EPL-2.0: mermaid comes with it, and it is neither changed nor passed on',
  khroma: 'MIT, as its file `license` says; its package does not',
};

interface Entry {
  readonly dev?: true;
  readonly license?: string;
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
);
const installed = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

test('every package that users install has a permissive licence', () => {
  expect(installed.length).toBeGreaterThan(100);
  const others = installed
    .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }))
    .filter(({ license }) => !isPermissive(license))
    .filter(({ name }) => !Object.keys(known).some((beginning) => name.startsWith(beginning)));
  expect(others).toEqual([]);
});

/** Of several to choose from, one is enough; where all hold, each is needed. */
function isPermissive(license = ''): boolean {
  const choices = license.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => permissive.has(one)));
}

test('npm lists them in a bill of materials', async () => {
  const home = new URL('..', import.meta.url).pathname;
  const { status, stdout } = await run('npm', ['run', '--silent', 'sbom'], home);
  expect(status).toBe(0);
  const bill: { bomFormat: string; components: { name: string; group?: string }[] } =
    JSON.parse(stdout);
  expect(bill.bomFormat).toBe('CycloneDX');
  const listed = new Set(
    bill.components.map(({ name, group }) => (group ? `${group}/${name}` : name)),
  );
  const names = installed.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
  // What the command line brings in its own files.
  for (const name of bundled) expect(listed).toContain(name);
  expect(listed).not.toContain('vitest');
});
