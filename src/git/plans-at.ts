import { resolve } from 'node:path';
import { byCodeUnit } from '../lifecycle/order.ts';
import { escaped } from '../lifecycle/words.ts';
import { findFiles } from '../source/discover.ts';
import type { FactsStore } from '../source/facts-store.ts';
import { kindOfFile, type PlanFile, readPlan } from '../source/plan-file.ts';
import { limits } from '../source/yaml.ts';
import { attachmentsIn } from './attachments.ts';
import { blobSizes, ofBlob, readBlobs } from './blobs.ts';
import type { Repository } from './repository.ts';
import { belowRoot, folderOf, Tree } from './tree.ts';
import { filesOfTree } from './tree-files.ts';

/** The plans of a commit. */
export interface PlansAt {
  readonly files: readonly PlanFile[];
  /** The paths at which the commit has no plan. */
  readonly absent: readonly string[];
  /** What could not be read, and why; all else was read nevertheless. */
  readonly failures: readonly string[];
}

/**
 * Reads the plans of a commit as they are read from a folder: the same files count as plans, with the
 * same limits, and links are followed or refused as they are there. Submodules are told of.
 *
 * @param commit the whole name of a commit
 * @param paths files and folders, as in the working tree
 * @param store what is known already of what texts say
 * @throws {GitFailure} also where git does not have the content of a plan
 */
export async function readPlansAt(
  repository: Repository,
  commit: string,
  paths: readonly string[],
  store?: FactsStore,
): Promise<PlansAt> {
  const wanted = paths.map((path) => ({ path, inTree: repository.inTree(path) }));
  // What lies beside a plan may belong to it.
  const folders = wanted.map(({ inTree }) => (kindOfFile(inTree) ? folderOf(inTree) : inTree));
  const tree = await Tree.at(repository, commit, folders);
  const searched = filesOfTree(repository, tree);
  const here = resolve(repository.root, repository.prefix);
  const absent: string[] = [];
  const failures = new Set<string>();
  const found = new Map<string, PlanAt>();
  for (const { path, inTree } of wanted) {
    const { kind } = tree.lookUp(inTree);
    if (kind === 'absent' || kind === 'loop') {
      absent.push(path);
      continue;
    }
    const { files, unreadable } = findFiles([resolve(repository.root, inTree)], here, searched);
    for (const { isEmpty, message } of unreadable) {
      if (isEmpty) absent.push(path);
      else failures.add(message);
    }
    for (const { absolute, shown } of files) {
      const plan = planAt(tree, belowRoot(repository.root, absolute) ?? '', shown);
      if (typeof plan === 'string') failures.add(`Cannot read ${escaped(shown)}: ${plan}`);
      else found.set(plan.path, plan);
    }
  }
  const files = await readAll(repository, tree, [...found.values()], store);
  return { files, absent, failures: [...failures] };
}

interface PlanAt {
  readonly path: string;
  readonly shown: string;
  readonly oid: string;
}

/** @returns what keeps it from being read, where something does */
function planAt(tree: Tree, path: string, shown: string): PlanAt | string {
  const entry = tree.lookUp(path);
  if (entry.kind !== 'file')
    return 'it leads out of the repository, and git knows nothing of what is there';
  const isNameable = [path, entry.path].every((each) => !tree.unnameable.has(each));
  if (!isNameable) return 'its name is not UTF-8, so it cannot be told from others; rename it';
  return { path, shown, oid: entry.oid };
}

async function readAll(
  repository: Repository,
  tree: Tree,
  plans: readonly PlanAt[],
  store: FactsStore | undefined,
): Promise<PlanFile[]> {
  const sizes = await blobSizes(
    repository,
    plans.map(({ oid }) => oid),
  );
  const sized = plans.map((plan) => ({ ...plan, size: ofBlob(sizes, plan.oid, plan.shown) }));
  const small = sized.filter(({ size }) => size <= limits.bytes);
  const blobs = await readBlobs(
    repository,
    small.map(({ oid }) => oid),
  );
  const attachmentsOf = attachmentsIn(repository, tree);
  return sized
    .map(({ path, shown, oid, size }) => {
      const bytes = size <= limits.bytes ? ofBlob(blobs, oid, shown) : new Uint8Array();
      return readPlan(shown, bytes, size, attachmentsOf(path), store);
    })
    .sort((a, b) => byCodeUnit(a.file, b.file));
}
