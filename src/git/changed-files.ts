import { gitOutput } from './git.ts';
import type { Repository } from './repository.ts';
import { folderOf, treeAt } from './tree.ts';

/**
 * Which files of the working tree are not as a commit has them. A file that the commit does not have
 * is among them, whether git knows it, ignores it, or has never seen it.
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
  const tree = await treeAt(repository, commit, folders);
  const unchanged = new Set(tree.files.map(({ path }) => path));
  const where = folders.map((folder) => repository.shown(folder));
  const differing = await gitOutput([...diff, commit, '--', ...where], repository.cwd);
  for (const path of differing.toString().split('\0')) unchanged.delete(path);
  return new Set([...inTree].flatMap(([file, path]) => (unchanged.has(path) ? [] : [file])));
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
