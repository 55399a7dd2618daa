import type { ShardMember } from '../../schemas/shard-report.ts';
import type { Finding, Place } from '../lint/finding.ts';
import { type Checked, type Shard, summaryOf } from './report.ts';

/** One JSON object, its shape promised under `version`. */
export function json({ files, findings, failed, since, shard }: Checked): string {
  const report = {
    version: 1,
    plans: files.length,
    findings: findings.map(reportedFinding),
    summary: summaryOf(findings),
    ...(since && { since }),
    ...(shard && { shard: memberOf(shard, failed, findings) }),
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

/** What a finding of the report does not say of itself, and other reports need to be made of it. */
function memberOf(shard: Shard, failed: boolean, findings: readonly Finding[]): ShardMember {
  const fixes = findings.flatMap(({ fix }, finding) => (fix ? [{ finding, ...fix }] : []));
  return { ...shard, failed, fixes };
}

function placeOf({ file, line, column, endLine, endColumn }: Place) {
  return { file, line, column, endLine, endColumn };
}
