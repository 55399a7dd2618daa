import { existsSync, statSync } from 'node:fs';
import { GitFailure } from '../git/git.ts';
import { readPlansAt } from '../git/plans-at.ts';
import type { Repository } from '../git/repository.ts';
import { printable } from '../lifecycle/words.ts';
import type { Side } from '../report/changes/index.ts';
import { defaultPlansFolder, readPlans } from '../source/discover.ts';
import type { FactsStore } from '../source/facts-store.ts';
import { kindOfFile, type PlanFile } from '../source/plan-file.ts';
import { repositoryHere } from './repository-here.ts';

const advice =
  'Versions of plans are taken from git. Two files are compared without it: ' +
  '`npx --no waypost diff before.yaml after.yaml`';

const noPath =
  'An empty text stands where a path is wanted: perhaps a variable is not set. Name a plan or a folder of plans, or ' +
  `leave it out for ${defaultPlansFolder}`;

/** A version of the plans, read. */
export interface PlansVersion {
  readonly side: Side;
  readonly files: readonly PlanFile[];
}

/** The two versions that a user wants to have compared. */
export interface Versions {
  readonly before: PlansVersion;
  readonly after: PlansVersion;
  /** Whether they are two files that the user has named, rather than plans of a repository. */
  readonly areFiles: boolean;
  /** What could not be read; all else was read nevertheless. */
  readonly failures: readonly string[];
}

/**
 * Reads the versions to compare: two files, or plans of a repository at two revisions. Without a
 * second revision it is the working tree, without a first one the last commit.
 *
 * @param named up to two revisions, then paths; or two files
 * @param paths further paths, which cannot be revisions
 * @param fromMergeBase whether to compare with the commit from which the two have come
 * @param store what is known already of what texts say: most plans are the same in both versions
 * @throws {GitFailure} where git does not have what is to be compared
 */
export async function versionsToCompare(
  named: readonly string[],
  paths: readonly string[],
  fromMergeBase: boolean,
  store?: FactsStore,
): Promise<Versions> {
  const [first, second] = named;
  if (named.length === 2 && paths.length === 0 && first && second) {
    if (isPlanOnDisk(first) && isPlanOnDisk(second)) return twoFiles(first, second);
  }
  const repository = await repositoryHere(advice);
  const { revisions, others } = await sorted(repository, named);
  const where = [...others, ...paths];
  if (where.includes('')) throw new GitFailure('other', noPath);
  return inRepository(
    repository,
    await sidesOf(repository, revisions, fromMergeBase),
    where.length > 0 ? where : [defaultPlansFolder],
    store,
  );
}

async function twoFiles(first: string, second: string): Promise<Versions> {
  const [was, is] = await Promise.all(
    [first, second].map((file) => readPlans([file], process.cwd())),
  );
  const failures = [...(was?.unreadable ?? []), ...(is?.unreadable ?? [])];
  return {
    before: { side: { name: first, commit: null }, files: was?.files ?? [] },
    after: { side: { name: second, commit: null }, files: is?.files ?? [] },
    areFiles: true,
    failures: failures.map(({ message }) => message),
  };
}

/** Up to two revisions come first; what is none must be a path. */
async function sorted(repository: Repository, named: readonly string[]) {
  const revisions: string[] = [];
  for (const name of named.slice(0, 2)) {
    const isRevision = (await repository.commitOrNone(name)) !== undefined;
    if (!isRevision && existsSync(name)) break;
    // It says what is wrong with the name, and which one may be meant.
    if (!isRevision) await repository.commit(name);
    revisions.push(name);
  }
  return { revisions, others: named.slice(revisions.length) };
}

interface Sides {
  readonly before: Side & { readonly commit: string };
  readonly after: Side;
}

async function sidesOf(
  repository: Repository,
  [base = 'HEAD', head]: readonly string[],
  fromMergeBase: boolean,
): Promise<Sides> {
  const before = { name: base, commit: await repository.commit(base) };
  const after =
    head === undefined
      ? { name: 'the working tree', commit: null }
      : { name: head, commit: await repository.commit(head) };
  if (!fromMergeBase) return { before, after };
  const tip = after.commit ?? (await repository.commit('HEAD'));
  const commit = await repository.mergeBase(before.commit, tip);
  return { before: { name: `merge base of ${base} and ${head ?? 'HEAD'}`, commit }, after };
}

async function inRepository(
  repository: Repository,
  { before, after }: Sides,
  paths: readonly string[],
  store: FactsStore | undefined,
): Promise<Versions> {
  const was = await readPlansAt(repository, before.commit, paths, store);
  const is =
    after.commit === null
      ? await workingTree(paths, store)
      : await readPlansAt(repository, after.commit, paths, store);
  const nowhere = was.absent.filter((path) => is.absent.includes(path));
  const missing = nowhere.map(
    (path) =>
      `There is no plan in ${printable(path)}, neither in ${printable(before.name)} nor in ${printable(after.name)}`,
  );
  return {
    before: { side: before, files: was.files },
    after: { side: after, files: is.files },
    areFiles: false,
    failures: [...missing, ...failuresAt(before, was.failures), ...failuresAt(after, is.failures)],
  };
}

/** What is on disk needs no name. */
function failuresAt({ name, commit }: Side, failures: readonly string[]): readonly string[] {
  return commit === null
    ? failures
    : failures.map((failure) => `In ${printable(name)}: ${failure}`);
}

async function workingTree(paths: readonly string[], store: FactsStore | undefined) {
  const present = paths.filter((path) => existsSync(path));
  const { files, unreadable } = await readPlans(present, process.cwd(), store);
  const empty = unreadable.flatMap(({ path, isEmpty }) => (isEmpty ? [path] : []));
  const failures = unreadable.filter(({ isEmpty }) => !isEmpty);
  return {
    files,
    absent: paths.filter((path) => !present.includes(path) || empty.includes(path)),
    failures: failures.map(({ message }) => message),
  };
}

function isPlanOnDisk(path: string): boolean {
  return Boolean(kindOfFile(path) && statSync(path, { throwIfNoEntry: false })?.isFile());
}
