import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { type Format, formats } from '../../src/report/index.ts';
import type { PlanFile } from '../../src/source/plan-file.ts';
import { changed, planFile } from '../support/plans.ts';

/** Text that means something to each format, or that its transport does not take. */
export const hostile = '"]]><b>&amp; %0A ::error::x, y [a](1) \u0007 \u202e é 😀 `|`';

export const sound = changed('planned');

/** A plan with an error and an accepted deviation. */
export const deviating = `${changed(
  'planned',
  ['test: {}', ''],
  ['iq: { date: 2026-03-27 }', 'iq: { date: 2026-04-07 }'],
)}
waivers:
  - rule: iq-late
    at: environments.pre-prod
    reason: ${JSON.stringify(hostile)}
    approvedBy: Head of Quality
    approved: 2026-02-20
    until: 2026-12-31
`;

export interface Reported {
  readonly text: string;
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
}

/** What a format makes of plans, by their names. */
export async function reported(
  format: Format,
  plans: Readonly<Record<string, string>>,
  { folder = '', failed = false } = {},
): Promise<Reported> {
  const files = Object.entries(plans).map(([name, text]) => planFile(text, name));
  const findings = await lint(files);
  const report = await formats[format]();
  const text = report({ files, findings, failed }, { color: false, folder });
  return { text, files, findings };
}
