import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { gitOutput } from './git.ts';
import type { Repository } from './repository.ts';
import { folderOf, Tree } from './tree.ts';

/**
 * Which files of the working tree are not as a commit has them. A file that the commit does not have
 * is among them, whether git knows it, ignores it, or has never seen it. Of a link, what it leads to
 * counts, and that it leads there.
 *
 * @param commit the whole name of a commit
 * @param files paths as they are shown, of files that there are
 */
export async function changedFiles(
  repository: Repository,
  commit: string,
  files: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const inTree = new Map([...files].map((file) => [file, repository.inTree(file)]));
  const folders = [...new Set([...inTree.values()].map(folderOf))];
  if (folders.length === 0) return new Set();
  const tree = await Tree.at(repository, commit, folders);
  const known = new Map(
    [...inTree].map(([file, path]) => [file, pathThen(repository, tree, path)]),
  );
  const paths = [...known.values()].filter((path) => path !== undefined);
  const where = [...new Set(paths.map(folderOf))].map((folder) => repository.shown(folder));
  if (where.length === 0) return new Set(known.keys());
  const differing = await gitOutput([...diff, commit, '--', ...where], repository.cwd);
  const changed = new Set<string | undefined>(differing.toString().split('\0')).add(undefined);
  return new Set([...known].flatMap(([file, path]) => (changed.has(path) ? [file] : [])));
}

/**
 * Where the commit has the content of a file, once all links are followed.
 *
 * @returns undefined where it has none, or the links lead elsewhere now
 */
function pathThen({ root }: Repository, tree: Tree, path: string): string | undefined {
  const then = tree.lookUp(path);
  if (then.kind !== 'file') return undefined;
  // What was no link then, and is one now, git tells itself.
  if (then.path === path || realpathSync(join(root, path)) === join(root, then.path))
    return then.path;
  return undefined;
}

/** Settings of a repository must not change what is printed, nor which differences count. */
const diff = [
  'diff',
  '-z',
  '--name-only',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
];
