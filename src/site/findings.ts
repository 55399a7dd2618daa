import type { Finding } from '../lint/finding.ts';
import { counted } from './format/labels.ts';

/** How many findings a plan has. An accepted deviation is neither an error nor a warning. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly accepted: number;
}

/** Counts findings as pages and reports do. */
export function tally(findings: readonly Finding[]): Tally {
  const open = findings.filter(({ waived }) => waived === null);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  return {
    errors,
    warnings: open.length - errors,
    accepted: findings.length - open.length,
  };
}

/** A part of a tally in words, and what sort of finding it counts. */
export interface Count {
  readonly of: 'error' | 'warning' | 'clean' | 'accepted';
  readonly text: string;
}

/** A tally in words: "1 error", "2 accepted". */
export function countsOf({ errors, warnings, accepted }: Tally): Count[] {
  const counts: Count[] = [];
  if (errors > 0) counts.push({ of: 'error', text: counted(errors, 'error') });
  if (warnings > 0) counts.push({ of: 'warning', text: counted(warnings, 'warning') });
  if (errors + warnings === 0) counts.push({ of: 'clean', text: 'No findings' });
  if (accepted > 0) counts.push({ of: 'accepted', text: `${accepted} accepted` });
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
