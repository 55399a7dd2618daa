import { hash } from 'node:crypto';
import { join } from 'node:path';
import { FactsFile } from './facts-file.ts';
import { installedPackages, keptHome } from './kept-home.ts';
import { readerCode } from './reader-code.ts';

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
  const told = [process.version, installedPackages(), readerCode()];
  return hash('sha256', JSON.stringify(told), 'base64url');
}
