import type { Finding } from '../lint/finding.ts';

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
