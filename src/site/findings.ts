import { counted } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import type { Summary } from '../report/report.ts';

/** A part of a summary in words, and what sort of finding it counts. */
export interface Count {
  readonly of: 'error' | 'warning' | 'clean' | 'accepted';
  readonly text: string;
}

/** A summary in words: "1 error", "2 accepted". */
export function countsOf({ errors, warnings, waived }: Summary): Count[] {
  const counts: Count[] = [];
  if (errors > 0) counts.push({ of: 'error', text: counted(errors, 'error') });
  if (warnings > 0) counts.push({ of: 'warning', text: counted(warnings, 'warning') });
  if (errors + warnings === 0) counts.push({ of: 'clean', text: 'No findings' });
  if (waived > 0) counts.push({ of: 'accepted', text: `${waived} accepted` });
  return counts;
}

/** How grave a finding is; an accepted one is not. */
export function graveOf({ severity, waived }: Finding): 'error' | 'warning' | 'accepted' {
  return waived ? 'accepted' : severity;
}

/** Findings with the errors first, and accepted deviations last. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const order = ['error', 'warning', 'accepted'];
  const rank = (finding: Finding) => order.indexOf(graveOf(finding));
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
