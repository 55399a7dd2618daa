import { type PlanChange, versionChanges } from '../diff/index.ts';
import { readBlobs } from '../git/blobs.ts';
import { type FileVersion, fileHistory } from '../git/file-history.ts';
import { Repository } from '../git/repository.ts';
import { defaultPlansFolder } from '../source/discover.ts';
import { type PlanFile, readPlan } from '../source/plan-file.ts';
import { type Entry, portfolio } from './portfolio.ts';

/** How many commits the page of a plan goes back. */
const mostCommits = 6;

/** A version of a plan, with what it has changed in the one before it. */
export interface PlanVersion {
  readonly isCommitted: boolean;
  /** The day of its commit; undefined where there is none, or it cannot be told. */
  readonly date: string | undefined;
  readonly subject: string;
  readonly changes: readonly PlanChange[];
}

/** What became of a plan lately, newest first. */
export type PlanHistory =
  | { readonly state: 'known'; readonly versions: readonly PlanVersion[] }
  /** The clone does not have the commits that would tell. */
  | { readonly state: 'shallow' };

/** What became of the plans of a portfolio. */
interface Histories {
  /** Undefined where there is nothing that could tell. */
  of(file: PlanFile): PlanHistory | undefined;
  /** What the history of a plan is made from besides its text: commits, by the names that git gives them. */
  sourceOf(file: PlanFile): unknown;
}

let current: Promise<Histories> | undefined;

/** The histories of all plans; git is asked once for all pages of a build. */
function histories(): Promise<Histories> {
  current ??= portfolio().then(({ entries }) =>
    readHistory(
      process.cwd(),
      entries.map((entry) => entry.file),
    ),
  );
  return current;
}

/** The history of a plan; undefined where there is nothing that could tell. */
export async function historyOf({ file }: Entry): Promise<PlanHistory | undefined> {
  return (await histories()).of(file);
}

/** What the history of a plan is made from besides its text; the same as long as that is the same. */
export async function historySource({ file }: Entry): Promise<unknown> {
  return (await histories()).sourceOf(file);
}

/**
 * Reads what became of plans. Never fails: a site is built without git, too.
 *
 * @param cwd the folder that holds `content/plans`
 * @param files the plans as they are now
 */
export async function readHistory(cwd: string, files: readonly PlanFile[]): Promise<Histories> {
  try {
    const repository = await Repository.at(cwd);
    const commit = await repository.commitOrNone('HEAD');
    if (commit === undefined) return always(undefined);
    if (await repository.isShallow()) return always({ state: 'shallow' });
    const folder = repository.inTree(defaultPlansFolder);
    const paths = files.map(({ file }) => repository.inTree(file));
    const histories = await fileHistory(repository, commit, folder, paths, mostCommits);
    const blobs = await readBlobs(repository, [...histories.values()].flat().flatMap(oidsOf));
    const commitsOf = ({ file }: PlanFile) => histories.get(repository.inTree(file)) ?? [];
    return {
      of: (file) => ({
        state: 'known',
        versions: versionsOf(file, commitsOf(file), repository, blobs),
      }),
      sourceOf: (file) =>
        commitsOf(file).map((version) => [version, oidsOf(version).map((oid) => blobs.has(oid))]),
    };
  } catch {
    return always(undefined);
  }
}

function always(history: PlanHistory | undefined): Histories {
  return { of: () => history, sourceOf: () => history };
}

function oidsOf({ before, after }: FileVersion): string[] {
  return before ? [before.oid, after.oid] : [after.oid];
}

function versionsOf(
  file: PlanFile,
  history: readonly FileVersion[],
  repository: Repository,
  blobs: ReadonlyMap<string, Buffer>,
): PlanVersion[] {
  // Most plans are as they were last committed: then that version has been read already.
  const last = history[0]?.after;
  const isCommitted = last !== undefined && blobs.get(last.oid)?.toString() === file.text;
  const read = new Map(isCommitted ? [[`${last.oid} ${last.path}`, file]] : []);
  const fileOf = (at: FileVersion['before']): PlanFile | undefined => {
    const bytes = at && blobs.get(at.oid);
    if (!at || !bytes) return undefined;
    const key = `${at.oid} ${at.path}`;
    const known = read.get(key) ?? readPlan(repository.shown(at.path), bytes);
    read.set(key, known);
    return known;
  };
  const uncommitted = isCommitted ? [] : versionChanges(fileOf(last), file);
  const now = { isCommitted: false, date: undefined, subject: '', changes: uncommitted };
  const committed = history.map(({ date, subject, before, after }) => ({
    isCommitted: true,
    date,
    subject,
    changes: versionChanges(fileOf(before), fileOf(after)),
  }));
  return uncommitted.length > 0 ? [now, ...committed] : committed;
}
