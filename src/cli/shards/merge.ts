import { byPlace, type Finding } from '../../lint/finding.ts';
import type { Checked, Since } from '../../report/report.ts';
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
  const first = wholeRun(reports);
  const { files, unreadable } = plansHere(first.shard.paths);
  tellUnreadable(unreadable);
  await refuseOtherPlans(files, reports, first.shard);
  const since = sinceOf(first, reports);
  return {
    files,
    findings: reports.flatMap(findingsOf).sort(byPlace),
    failed: unreadable.length > 0 || reports.some(({ shard }) => shard.failed),
    ...(since && { since }),
  };
}

function sinceOf(
  { since, shard }: NamedReport,
  reports: readonly NamedReport[],
): Since | undefined {
  if (!since || shard.since === null) return undefined;
  const sum = (count: 'changed' | 'unshown') =>
    reports.reduce((total, report) => total + (report.since?.[count] ?? 0), 0);
  return { ...since, commit: shard.since, changed: sum('changed'), unshown: sum('unshown') };
}

/** The findings of a report, with their fixes again. */
function findingsOf({ findings, shard }: NamedReport): Finding[] {
  const fixes = new Map(shard.fixes.map(({ finding, ...fix }) => [finding, fix]));
  return findings.map((finding, index) => {
    const fix = fixes.get(index);
    return fix ? { ...finding, fix } : finding;
  });
}
