import { existsSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Where things are kept between runs: beside the packages that this one is installed with, or has
 * installed itself. Nobody can bring a file there who could not bring other code as well: a pull request
 * that came with facts of its own would have to come with a linter of its own.
 *
 * @returns undefined where nothing can be kept
 */
export function keptHome(): string | undefined {
  const packages = packagesFolder();
  return packages && join(packages, '.cache/waypost');
}

/**
 * What npm has really installed, down to the last package, as one text.
 *
 * @throws {Error} where that cannot be told
 */
export function installedPackages(): string {
  return readFileSync(join(packagesFolder() ?? '', '.package-lock.json'), 'utf8');
}

function packagesFolder(): string | undefined {
  const manifest = findPackageJSON('..', import.meta.url);
  if (manifest === undefined) return undefined;
  const home = dirname(manifest);
  const packages =
    basename(dirname(home)) === 'node_modules' ? dirname(home) : join(home, 'node_modules');
  return existsSync(packages) ? packages : undefined;
}
