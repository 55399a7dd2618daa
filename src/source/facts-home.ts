import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactsFile } from './facts-file.ts';
import { installedPackages, keptHome } from './kept-home.ts';

/**
 * The store of facts that runs share.
 *
 * @returns undefined where facts cannot be kept
 */
export function factsStore(): FactsFile | undefined {
  try {
    const home = keptHome();
    return home === undefined ? undefined : new FactsFile(join(home, 'facts/facts'), readBy());
  } catch {
    return undefined;
  }
}

/**
 * Tells all apart that could read other facts from the same text: the code that reads, the packages it
 * reads with, and the Node it runs in.
 *
 * @throws {Error} where that cannot be told; then nothing can be kept
 */
function readBy(): string {
  const told = createHash('sha256').update(process.version).update(installedPackages());
  for (const folder of ['.', 'markdown', '../lifecycle', '../../schemas']) {
    const place = join(import.meta.dirname, folder);
    for (const name of existsSync(place) ? readdirSync(place).sort() : []) {
      if (/\.[cm]?[jt]s$/.test(name)) told.update(name).update(readFileSync(join(place, name)));
    }
  }
  return told.digest('base64url');
}
