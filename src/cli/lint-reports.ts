import { appendFileSync } from 'node:fs';
import { escaped } from '../lifecycle/words.ts';
import type { Finding } from '../lint/finding.ts';
import { formats } from '../report/index.ts';
import { type Checked, summaryOf } from '../report/report.ts';
import { reasonOf } from '../source/failure.ts';
import { type Exit, exit } from './exit.ts';
import { output } from './output.ts';
import type { Output, ReportOptions } from './report-options.ts';
import { folderInRepository } from './repository.ts';
import { supportsColor } from './terminal.ts';

/**
 * Writes the reports that are asked for.
 *
 * @returns whether what was checked is acceptable
 */
export async function report(
  outputs: readonly Output[],
  checked: Checked,
  { quiet, maxWarnings, color }: ReportOptions,
): Promise<Exit> {
  const { findings, failed } = checked;
  const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  await writeReports(outputs, { ...checked, findings: shown }, color);
  if (failed) return exit.failure;
  return isAcceptable(findings, maxWarnings) ? exit.ok : exit.findings;
}

/** No error, and no more warnings than allowed; what is waived does not count. */
function isAcceptable(findings: readonly Finding[], maxWarnings = Infinity): boolean {
  const { errors, warnings } = summaryOf(findings);
  return errors === 0 && warnings <= maxWarnings;
}

/** Writes reports where they go; GitHub's also as the summary of the job, where a job is run. */
async function writeReports(
  outputs: readonly Output[],
  checked: Checked,
  color: boolean | undefined,
): Promise<void> {
  const folder = folderInRepository(process.cwd());
  for (const { format, file } of outputs) {
    const colored = color ?? (file === undefined && supportsColor(process.stdout));
    const write = await formats[format]();
    await output(write(checked, { color: colored, folder }), file);
    if (format === 'github') await addSummary(checked);
  }
}

async function addSummary(checked: Checked): Promise<void> {
  const { GITHUB_STEP_SUMMARY: page } = process.env;
  if (!page) return;
  const { jobSummary } = await import('../report/job-summary.ts');
  try {
    appendFileSync(page, jobSummary(checked));
  } catch (error) {
    throw new Error(`Cannot add to the summary in ${escaped(page)}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}
