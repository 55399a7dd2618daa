import type { Finding } from '../lint/finding.ts';
import { fingerprints } from './fingerprint.ts';
import { type Checked, pathInRepository, type Surroundings } from './report.ts';

/** GitLab's Code Quality report: what the widget of a merge request shows. */
export function gitlab({ findings }: Checked, surroundings: Surroundings): string {
  const names = fingerprints(findings);
  const issues = findings.map((finding, index) => ({
    // The widget does not show `check_name`.
    description: `${finding.rule}: ${finding.message}`,
    check_name: finding.rule,
    fingerprint: names[index],
    severity: severityOf(finding),
    location: {
      path: pathInRepository(finding.file, surroundings),
      lines: { begin: finding.line, end: finding.endLine },
    },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function severityOf({ severity, waived }: Finding): 'major' | 'minor' | 'info' {
  if (waived) return 'info';
  return severity === 'error' ? 'major' : 'minor';
}
