import { createHash } from 'node:crypto';
import type { Finding } from '../lint/finding.ts';

/**
 * A name for each finding that is its own and stays the same when lines move, so that a consumer
 * knows an old finding again. It is made of the file, the rule and the place in the plan; where
 * there is no such place, as in prose, of the message.
 *
 * @returns one name a finding, in the same order; findings alike in all of it are told apart by number
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, path, message }) => {
    const what = JSON.stringify([file, rule, path ?? message]);
    const number = (seen.get(what) ?? 0) + 1;
    seen.set(what, number);
    return createHash('sha256').update(`${what}:${number}`).digest('hex').slice(0, 32);
  });
}
