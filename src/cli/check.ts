import { addressOf } from '../lint/configuration.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { type LintOptions, lint } from '../lint/lint.ts';
import { defaultPlansFolder, readPlans } from '../source/discover.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { progressLine } from './progress.ts';

export interface Checked {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
  /** Whether something could not be read; it has been said on standard error. */
  readonly failed: boolean;
  /** How the plans were linted. */
  readonly options: LintOptions;
}

/**
 * Reads and lints plans.
 *
 * @param paths files and folders; the plans' folder where none is given
 * @param configuration path of the configuration; the folder's own when left out
 */
export async function checkPlans(
  paths: readonly string[],
  configuration?: string,
): Promise<Checked> {
  const { settings, site } = await loadConfiguration(process.cwd(), configuration);
  const line = progressLine('Reading plans');
  const where = paths.length > 0 ? paths : [defaultPlansFolder];
  const { files, unreadable } = await readPlans(where, process.cwd(), line.update);
  line.end();
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
  const options = { settings, site: addressOf(site) };
  const findings = await lint(files, options);
  return { files, findings, failed: unreadable.length > 0, options };
}
