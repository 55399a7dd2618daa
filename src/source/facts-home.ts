import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { FactsFile } from './facts-file.ts';

/**
 * The store of facts beside the packages that this one is installed with, or has installed itself. Nobody
 * can bring a file there who could not bring other code as well: a pull request that came with facts of
 * its own would have to come with a linter of its own.
 *
 * @returns undefined where facts cannot be kept
 */
export function factsStore(): FactsFile | undefined {
  try {
    const packages = packagesFolder();
    if (packages === undefined || !existsSync(packages)) return undefined;
    return new FactsFile(join(packages, '.cache/waypost/facts/facts'), readBy(packages));
  } catch {
    return undefined;
  }
}

function packagesFolder(): string | undefined {
  const manifest = findPackageJSON('..', import.meta.url);
  if (manifest === undefined) return undefined;
  const home = dirname(manifest);
  return basename(dirname(home)) === 'node_modules' ? dirname(home) : join(home, 'node_modules');
}

/**
 * Tells all apart that could read other facts from the same text: the code that reads, the packages it
 * reads with, and the Node it runs in.
 *
 * @throws {Error} where that cannot be told; then nothing can be kept
 */
function readBy(packages: string): string {
  const told = createHash('sha256').update(process.version);
  // What npm has really installed, down to the last package.
  told.update(readFileSync(join(packages, '.package-lock.json')));
  for (const folder of ['.', 'markdown', '../lifecycle', '../../schemas']) {
    const place = join(import.meta.dirname, folder);
    for (const name of existsSync(place) ? readdirSync(place).sort() : []) {
      if (/\.[cm]?[jt]s$/.test(name)) told.update(name).update(readFileSync(join(place, name)));
    }
  }
  return told.digest('base64url');
}
