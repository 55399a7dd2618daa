import { printable } from '../lifecycle/words.ts';
import { GitFailure, runGit } from './git.ts';
import type { Repository } from './repository.ts';

/**
 * The content of blobs, read by one process.
 *
 * @param oids the whole names of blobs; each is read once
 * @returns those that there are
 */
export async function readBlobs(
  repository: Repository,
  oids: Iterable<string>,
): Promise<Map<string, Buffer>> {
  const wanted = [...new Set(oids)];
  const blobs = new Map<string, Buffer>();
  if (wanted.length === 0) return blobs;
  const output = await catFile(repository, '--batch', wanted);
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf('\n', start);
    const [oid = '', type, size] = output.toString('latin1', start, end).split(' ');
    start = end + 1;
    // "<oid> missing" has nothing after it.
    if (type !== 'blob') {
      if (size !== undefined) start += Number(size) + 1;
      continue;
    }
    blobs.set(oid, output.subarray(start, start + Number(size)));
    start += Number(size) + 1;
  }
  return blobs;
}

/**
 * How large blobs are, in bytes, asked of one process.
 *
 * @param oids the whole names of blobs
 * @returns those that there are
 */
export async function blobSizes(
  repository: Repository,
  oids: Iterable<string>,
): Promise<Map<string, number>> {
  const wanted = [...new Set(oids)];
  if (wanted.length === 0) return new Map();
  const output = await catFile(repository, '--batch-check', wanted);
  const said = output.toString('latin1').split('\n');
  return new Map(
    said.flatMap((line) => {
      const [oid = '', type, size] = line.split(' ');
      return type === 'blob' ? [[oid, Number(size)] as const] : [];
    }),
  );
}

async function catFile(
  { cwd }: Repository,
  mode: '--batch' | '--batch-check',
  oids: readonly string[],
): Promise<Buffer> {
  const input = oids.map((oid) => `${oid}\n`).join('');
  const { status, stdout, stderr } = await runGit(['cat-file', mode], cwd, input);
  if (status === 0) return stdout;
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  throw new GitFailure(
    'other',
    `Git does not give the content of files: ${printable(reason)}. ${cure}`,
  );
}

/**
 * What was asked of a blob.
 *
 * @param path what has that content, as it is shown
 * @throws {GitFailure} where git does not have it: an unknown content must not look like an empty file
 */
export function ofBlob<Said>(said: ReadonlyMap<string, Said>, oid: string, path: string): Said {
  const found = said.get(oid);
  if (found === undefined) throw withoutContent(path, oid);
  return found;
}

/** Says that git does not have the content of a file, with what to do. */
export function withoutContent(path: string, oid: string): GitFailure {
  return new GitFailure(
    'other',
    `Git does not give the content of ${printable(path)} (${oid.slice(0, 10)}), so nobody knows what it says. ${cure}`,
  );
}

const cure =
  'Where this clone is partial, its remote must be in reach. Otherwise it is damaged: `git fsck` tells what is ' +
  'missing, and a new clone has it.';
