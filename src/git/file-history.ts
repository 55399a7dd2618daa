import { basename } from 'node:path/posix';
import { gitParts } from './git.ts';
import type { Repository } from './repository.ts';

/** What a commit has made of a file. */
export interface FileVersion {
  readonly commit: string;
  /** The day of the commit in UTC, `YYYY-MM-DD`; undefined where it names none that a calendar has. */
  readonly date: string | undefined;
  /** What the commit says of itself in one line; somebody's text. */
  readonly subject: string;
  /** The file's path before and after, and the blobs of its content; undefined where it began. */
  readonly before: { readonly path: string; readonly oid: string } | undefined;
  readonly after: { readonly path: string; readonly oid: string };
}

/**
 * The last versions of files, newest first, by one reading of the log. What was merged is one
 * version: the line of development that a commit stands on is followed, not those that came into it.
 * A file is followed under other names as long as it stays in the folder.
 *
 * @param commit where to begin
 * @param folder the folder to follow, from the root of the repository
 * @param files paths of files in that folder at that commit
 * @param most how many versions of a file are wanted; no more of the log is read than is needed
 */
export async function fileHistory(
  repository: Repository,
  commit: string,
  folder: string,
  files: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly FileVersion[]>> {
  const histories = new Map<string, FileVersion[]>(files.map((file) => [file, []]));
  // The files that are still followed, by the names that they had when the log has come so far.
  const followed = new Map(histories);
  const wanted = folder === '' ? [] : [repository.shown(folder)];
  const parts = gitParts([...log, commit, '--', ...wanted], repository.cwd);
  for await (const { changes, ...of } of commitsIn(parts)) {
    for (const change of changes) {
      const { after } = change;
      const history = after && followed.get(after.path);
      if (!after || !history) continue;
      const before = change.before ?? removedNamesake(after.path, changes);
      history.push({ ...of, before, after });
      followed.delete(after.path);
      if (before && history.length < most) followed.set(before.path, history);
    }
    if (followed.size === 0) break;
  }
  return histories;
}

/** Settings of a repository must not change what is printed. Merges are told as what they brought. */
const log = [
  'log',
  '-z',
  '--format=%H%x00%ct%x00%s%x00%b',
  '--first-parent',
  '-m',
  '--raw',
  '--no-abbrev',
  '--find-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-relative',
  '--no-notes',
];

interface Change {
  readonly before: FileVersion['before'];
  readonly after: FileVersion['before'];
}

interface Commit extends Pick<FileVersion, 'commit' | 'date' | 'subject'> {
  readonly changes: readonly Change[];
}

async function* commitsIn(parts: AsyncGenerator<string>): AsyncGenerator<Commit> {
  const next = async () => (await parts.next()).value as string | undefined;
  try {
    let part = await next();
    while (part !== undefined) {
      const commit = part.trim();
      const [seconds, subject = '', body = ''] = [await next(), await next(), await next()];
      const changes: Change[] = [];
      for (part = await next(); part?.trimStart().startsWith(':'); part = await next()) {
        changes.push(await changeOf(part.trimStart(), next));
      }
      yield { commit, date: dayOf(Number(seconds)), subject: titleOf(subject, body), changes };
    }
  } finally {
    await parts.return(undefined);
  }
}

/** Whoever commits may write any number, of years that have more than four digits as well. */
function dayOf(seconds: number): string | undefined {
  const time = new Date(seconds * 1000);
  const isDay = time.getUTCFullYear() >= 0 && time.getUTCFullYear() <= 9999;
  return isDay ? time.toISOString().slice(0, 10) : undefined;
}

/** ":100644 100644 <oid> <oid> M", then its path; of what was renamed, both. */
async function changeOf(raw: string, next: () => Promise<string | undefined>): Promise<Change> {
  const [, , was = '', is = '', status = ''] = raw.split(' ');
  const path = (await next()) ?? '';
  const name = /^[RC]/.test(status) ? ((await next()) ?? '') : path;
  return {
    before: status.startsWith('A') ? undefined : { path, oid: was },
    after: status.startsWith('D') ? undefined : { path: name, oid: is },
  };
}

/** A file of the same name that went with the same commit, too different for git to see one in them. */
function removedNamesake(path: string, changes: readonly Change[]): FileVersion['before'] {
  const name = basename(path);
  return changes.find(({ before, after }) => before && !after && basename(before.path) === name)
    ?.before;
}

/** The merge of a pull request says in its text what the request was called. */
function titleOf(subject: string, body: string): string {
  const isMerge = /^Merge pull request #\d+ from /.test(subject);
  return (isMerge && body.split('\n').find((line) => line.trim() !== '')) || subject;
}
