import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from '../../support/made-once.ts';
import { type Run, run } from '../../support/waypost.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The package as `npm pack` makes it, installed in a folder where nothing else is. */
export interface Installed {
  /** The folder that it was installed into. */
  readonly folder: string;
  /** What the package holds, by path. */
  readonly files: readonly string[];
}

/**
 * Packs this package and installs it, once for all tests: the first that asks does it, the others wait.
 *
 * @throws Error with what npm said when it fails
 */
export async function installed(): Promise<Installed> {
  return madeOnce('package', 590_000, async (folder) => ({ folder, files: await install(folder) }));
}

/** @returns the paths of what the package holds */
async function install(folder: string): Promise<string[]> {
  const packed = await npm(['pack', '--json', '--pack-destination', folder], root);
  const [{ filename, files }] = Object.values(JSON.parse(packed)) as [Packed];
  const manifest = { private: true, dependencies: { waypost: `file:${filename}` } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lockOf(folder, filename)));
  await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return files.map(({ path }) => path);
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The versions that this repository's own lock has: what is tested is what is installed. */
function lockOf(folder: string, tarball: string) {
  const { packages }: { packages: Record<string, { dev?: true }> } = read('package-lock.json');
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const { version, dependencies, bin, engines } = read('package.json');
  const waypost = `file:${tarball}`;
  const hash = createHash('sha512').update(readFileSync(join(folder, tarball)));
  const integrity = `sha512-${hash.digest('base64')}`;
  return {
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { dependencies: { waypost } },
      ...Object.fromEntries(needed),
      'node_modules/waypost': { version, resolved: waypost, integrity, dependencies, bin, engines },
    },
  };
}

function read(name: string) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { status, stdout, stderr } = await run('npm', args, cwd, variables);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/**
 * Makes the installed package that of a folder, as a package manager does that shares packages: nothing
 * but Waypost can be found from there.
 */
export async function linkInto(folder: string): Promise<void> {
  const packages = join((await installed()).folder, 'node_modules');
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  for (const name of ['waypost', '.bin/waypost']) {
    await symlink(join(packages, name), join(folder, 'node_modules', name));
  }
}

/** The Node of the tests comes first, as it does for whoever starts them. */
export const variables = {
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
};

/** Runs the installed command in a folder that it was linked into. */
export function installedWaypost(args: readonly string[], cwd: string): Promise<Run> {
  return run(join(cwd, 'node_modules/.bin/waypost'), args, cwd, variables);
}
