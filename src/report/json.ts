import type { Finding, Place } from '../lint/finding.ts';
import { type Checked, summaryOf } from './report.ts';

/** One JSON object, its shape promised under `version`. */
export function json({ files, findings, since }: Checked): string {
  const report = {
    version: 1,
    plans: files.length,
    findings: findings.map(reportedFinding),
    summary: summaryOf(findings),
    ...(since && { since }),
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

function placeOf({ file, line, column, endLine, endColumn }: Place) {
  return { file, line, column, endLine, endColumn };
}
