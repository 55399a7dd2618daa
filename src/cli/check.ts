import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import { defaultPlansFolder, readPlans } from '../source/discover.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { progressLine } from './progress.ts';

export interface Checked {
  readonly files: readonly PlanFile[];
  readonly findings: readonly Finding[];
  /** Whether something could not be read; it has been said on standard error. */
  readonly failed: boolean;
}

/** Reads and lints the plans at some paths, or in the plans' folder where none is given. */
export async function checkPlans(paths: readonly string[]): Promise<Checked> {
  const line = progressLine('Reading plans');
  const where = paths.length > 0 ? paths : [defaultPlansFolder];
  const { files, unreadable } = await readPlans(where, process.cwd(), line.update);
  line.end();
  for (const { message } of unreadable) process.stderr.write(`${message}\n`);
  return { files, findings: await lint(files), failed: unreadable.length > 0 };
}
