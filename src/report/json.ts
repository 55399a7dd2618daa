import type { ShardMember } from '../../schemas/reports/shard.ts';
import type { Finding, Place } from '../lint/finding.ts';
import { type Checked, type Shard, type Since, summaryOf } from './report.ts';

/** One JSON object, its shape promised under `version`. */
export function json(checked: Checked): string {
  const { files, findings, since, shard } = checked;
  const report = {
    version: 1,
    plans: files.length,
    findings: findings.map(reportedFinding),
    summary: summaryOf(findings),
    ...(since && { since: reportedSince(since) }),
    ...(shard && { shard: memberOf(shard, checked) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A finding in the shape that is promised: the twin of a plan has its findings in it too. */
export function reportedFinding(finding: Finding) {
  const { rule, severity, message, help, path, url, waived } = finding;
  const { file, ...place } = placeOf(finding);
  const related = finding.related.map((other) => ({ message: other.message, ...placeOf(other) }));
  return { rule, severity, message, help, file, path, ...place, related, url, waived };
}

function reportedSince({ revision, changed, unshown }: Since) {
  return { revision, changed, unshown };
}

/** What the report does not say otherwise, and other reports need to be made of it. */
function memberOf(shard: Shard, { findings, failed, since }: Checked): ShardMember {
  const fixes = findings.flatMap(({ fix }, finding) => (fix ? [{ finding, ...fix }] : []));
  return { ...shard, since: since?.commit ?? null, failed, fixes };
}

function placeOf({ file, line, column, endLine, endColumn }: Place) {
  return { file, line, column, endLine, endColumn };
}
