import { posix } from 'node:path';
import { gitOutput } from './git.ts';
import type { Repository } from './repository.ts';

/** A file in a commit. */
export interface TreeFile {
  /** Path from the root of the repository, with slashes. */
  readonly path: string;
  readonly oid: string;
  /** In bytes. */
  readonly size: number;
}

/** What a commit holds at some paths. */
export interface Tree {
  /** Regular files, in the order of their paths. */
  readonly files: readonly TreeFile[];
  /** Links and submodules: they are never followed. */
  readonly others: readonly string[];
}

/**
 * The files of a commit at some paths, and everything below them.
 *
 * @param commit the whole name of a commit
 * @param paths paths from the root of the repository; the root itself is empty
 */
export async function treeAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Tree> {
  const asked = paths.includes('') ? [] : paths;
  const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...asked];
  const output = (await gitOutput(args, repository.cwd)).toString();
  const files: TreeFile[] = [];
  const others: string[] = [];
  for (const entry of output.split('\0')) {
    const [, mode = '', type, oid = '', size = '', path = ''] =
      /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(entry) ?? [];
    if (type === undefined) continue;
    if (mode.startsWith('100')) files.push({ path, oid, size: Number(size) });
    else others.push(path);
  }
  return { files, others };
}

/** The folder of a path from the root of the repository; the root itself is empty. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}
