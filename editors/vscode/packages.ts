import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** A program that an npm package brings. */
export interface Program {
  readonly path: string;
  readonly version: string;
}

/** A folder, and those above it up to the outermost one; none where it is not below that. */
export function foldersUp(folder: string, outermost: string): string[] {
  const way = relative(outermost, folder);
  if (isAbsolute(way) || way.split(sep)[0] === '..') return [];
  return folder === outermost ? [folder] : [folder, ...foldersUp(dirname(folder), outermost)];
}

/**
 * The program that a package names after itself.
 *
 * @param folder the folder of the package
 * @returns undefined where there is another package or none, or where its program is not there
 */
export function programOf(folder: string, name: string): Program | undefined {
  const manifest = manifestIn(folder);
  if (manifest?.name !== name) return undefined;
  const { version, bin } = manifest;
  const file = typeof bin === 'object' && bin !== null ? Reflect.get(bin, name) : undefined;
  if (typeof file !== 'string' || typeof version !== 'string') return undefined;
  const path = join(folder, file);
  return existsSync(path) ? { path, version } : undefined;
}

function manifestIn(folder: string): Partial<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) ?? undefined;
  } catch {
    return undefined;
  }
}
