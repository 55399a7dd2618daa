import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * A folder as the root of its git repository sees it, with slashes.
 *
 * @returns such as `onboarding/`; empty at the root, and where there is no repository
 */
export function folderInRepository(folder: string): string {
  const root = rootAbove(folder);
  const path = root === undefined ? '' : relative(root, folder);
  return path === '' ? '' : `${path.split(sep).join('/')}/`;
}

function rootAbove(folder: string): string | undefined {
  // In a work tree of its own, `.git` is a file.
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : rootAbove(parent);
}
