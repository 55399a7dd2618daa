import type { Finding } from '../lint/finding.ts';
import type { PlanFile } from '../source/plan-file.ts';

/** What a report is about. */
export interface Checked {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
}

export interface Style {
  readonly color: boolean;
}

/** A report: findings to text, and nothing else. */
export type Reporter = (checked: Checked, style: Style) => string;

/** How many findings count, and how many are accepted deviations. */
export function summaryOf(findings: readonly Finding[]) {
  const counted = findings.filter(({ waived }) => waived === null);
  return {
    errors: counted.filter(({ severity }) => severity === 'error').length,
    warnings: counted.filter(({ severity }) => severity === 'warning').length,
    waived: findings.length - counted.length,
  };
}
