import { gitOutput } from './git.ts';
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
  const input = wanted.map((oid) => `${oid}\n`).join('');
  const output = await gitOutput(['cat-file', '--batch'], repository.cwd, input);
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
