import { byCodeUnit } from '../lifecycle/order.ts';
import { kindOfFile, type PlanFile, readPlan } from '../source/plan-file.ts';
import { limits } from '../source/yaml.ts';
import { attachmentsIn } from './attachments.ts';
import { readBlobs } from './blobs.ts';
import { GitFailure } from './git.ts';
import type { Repository } from './repository.ts';
import { folderOf, type TreeFile, treeAt } from './tree.ts';

/** The plans of a commit. */
export interface PlansAt {
  readonly files: readonly PlanFile[];
  /** The paths at which the commit has no plan. */
  readonly absent: readonly string[];
}

/**
 * Reads the plans of a commit as they are read from a folder: the same files count as plans, with the
 * same limits. Links and submodules are not followed.
 *
 * @param commit the whole name of a commit
 * @param paths files and folders, as in the working tree
 */
export async function readPlansAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<PlansAt> {
  const wanted = paths.map((path) => ({ path, inTree: repository.inTree(path) }));
  // What lies beside a plan may belong to it.
  const folders = wanted.map(({ inTree }) => (kindOfFile(inTree) ? folderOf(inTree) : inTree));
  const tree = await treeAt(repository, commit, folders);
  const found = new Map<string, TreeFile>();
  const absent: string[] = [];
  for (const { path, inTree } of wanted) {
    if (tree.others.includes(inTree)) {
      throw new GitFailure(
        'other',
        `${path} is a link or a submodule in git, which is not followed`,
      );
    }
    const plans = tree.files.filter((file) => isPlanAt(file.path, inTree));
    if (plans.length === 0) absent.push(path);
    for (const file of plans) found.set(file.path, file);
  }
  const attachmentsOf = attachmentsIn(repository, tree);
  const small = [...found.values()].filter(({ size }) => size <= limits.bytes);
  const blobs = await readBlobs(
    repository,
    small.map(({ oid }) => oid),
  );
  const files = [...found.values()].map(({ path, oid, size }) => {
    const bytes = blobs.get(oid) ?? new Uint8Array();
    return readPlan(repository.shown(path), bytes, size, attachmentsOf(path));
  });
  return { files: files.sort((a, b) => byCodeUnit(a.file, b.file)), absent };
}

/** Below a folder hidden folders and `node_modules` are left alone, as they are on disk. */
function isPlanAt(path: string, wanted: string): boolean {
  if (wanted !== '' && path !== wanted && !path.startsWith(`${wanted}/`)) return false;
  const below = path.slice(wanted.length).split('/').filter(Boolean);
  const isHidden = below.some((name) => name.startsWith('.') || name === 'node_modules');
  return kindOfFile(path) !== undefined && !isHidden;
}
