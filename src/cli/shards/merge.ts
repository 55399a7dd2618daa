import { byPlace, type Finding } from '../../lint/finding.ts';
import type { Checked } from '../../report/report.ts';
import { tellUnreadable } from '../check.ts';
import { plansHere, refuseOtherPlans } from './plans-here.ts';
import { type NamedReport, readReports } from './shard-reports.ts';
import { wholeRun } from './whole-run.ts';

/**
 * Puts the reports of all shards of a run together, as if it had never been split.
 *
 * @param paths files, and folders of them
 * @throws {Error} where they are not the whole of one run, or the plans here are not those of that run
 */
export async function mergedRun(paths: readonly string[]): Promise<Checked> {
  const reports = await readReports(paths);
  const run = wholeRun(reports);
  const { files, unreadable } = plansHere(run.paths);
  tellUnreadable(unreadable);
  await refuseOtherPlans(files, reports, run);
  return {
    files,
    findings: reports.flatMap(findingsOf).sort(byPlace),
    failed: unreadable.length > 0 || reports.some(({ shard }) => shard.failed),
  };
}

/** The findings of a report, with their fixes again. */
function findingsOf({ findings, shard }: NamedReport): Finding[] {
  const fixes = new Map(shard.fixes.map(({ finding, ...fix }) => [finding, fix]));
  return findings.map((finding, index) => {
    const fix = fixes.get(index);
    return fix ? { ...finding, fix } : finding;
  });
}
