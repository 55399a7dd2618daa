import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeOnce } from '../../support/made-once.ts';
import { packInto } from '../../support/packed.ts';
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
  return madeOnce('package', 590_000, async (folder) => ({
    folder,
    files: await packInto(folder),
  }));
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
