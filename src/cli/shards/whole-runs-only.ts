import type { LintOptions } from '../commands/lint.ts';

/** What only a run over all plans can do, and what to do instead. */
const wholeRunsOnly = {
  quiet:
    '`--quiet` would leave out warnings, which `waypost merge` needs to count them: give it there',
  maxWarnings:
    '`--max-warnings` is for the warnings of all shards together: give it to `waypost merge`',
  fix: '`--fix` would change plans that other shards are checking: mend them in a run without `--shard`',
  fixDryRun:
    '`--fix-dry-run` tries each fix on all plans, and a shard checks only some: run it without `--shard`',
  sortKeys:
    '`--sort-keys` would change plans that other shards are checking: sort them in a run without `--shard`',
  watch: '`--watch` is for people, and checks all plans at each change: leave `--shard` out',
  stdin: '`--stdin` is about a single plan, so there is nothing to split: leave `--shard` out',
  printConfig: '`--print-config` checks nothing, so there is nothing to split: leave `--shard` out',
} as const satisfies Partial<Record<keyof LintOptions, string>>;

/**
 * Refuses what cannot be asked of a shard.
 *
 * @throws {Error} which says why
 */
export function refuseWholeRuns(options: LintOptions): void {
  for (const [name, sentence] of Object.entries(wholeRunsOnly)) {
    if (options[name as keyof typeof wholeRunsOnly] !== undefined) throw new Error(sentence);
  }
}
