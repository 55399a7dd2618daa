import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../lifecycle/order.ts';
import type { Shard } from '../../report/report.ts';
import { version } from '../../version.ts';

/** The hash of each plan, by the file as it is shown. */
export type PlanHashes = ReadonlyMap<string, string>;

/**
 * What is in a file, in few characters.
 *
 * @param size its size in bytes, where the content was not read because of it
 */
export function hashOf(bytes: Uint8Array, size = bytes.length): string {
  return createHash('sha256').update(`${size}\n`).update(bytes).digest('base64url');
}

/**
 * Tells all runs apart that could find something else: by their plans, by how rules are set for them, and by
 * the rules themselves.
 *
 * @param configuration as it is written; undefined where nothing is set
 */
export function portfolioOf(
  plans: PlanHashes,
  configuration: Uint8Array | undefined,
): Shard['portfolio'] {
  const told = JSON.stringify([
    version(),
    configuration ? hashOf(configuration) : null,
    [...plans].sort(([a], [b]) => byCodeUnit(a, b)),
  ]);
  return { plans: plans.size, hash: hashOf(Buffer.from(told)) };
}
