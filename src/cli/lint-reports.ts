import { appendFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { type Format, formats, isFormat } from '../report/index.ts';
import type { Checked } from '../report/report.ts';
import { reasonOf } from '../source/failure.ts';
import { output } from './output.ts';
import { folderInRepository } from './repository.ts';
import { supportsColor } from './terminal.ts';

/** A report that was asked for, and where it goes: standard output where no file is named. */
export interface Output {
  readonly format: Format;
  readonly file: string | undefined;
}

/** Adds what `--format` names, such as `sarif=waypost.sarif`, to what it named before. */
export function toOutputs(text: string, before: readonly Output[] = []): Output[] {
  const [format = '', ...rest] = text.split('=');
  if (!isFormat(format)) {
    throw new InvalidArgumentError(`The formats are ${Object.keys(formats).join(', ')}.`);
  }
  const file = rest.join('=');
  if (rest.length > 0 && file === '') {
    throw new InvalidArgumentError(`Name the file after the equals sign: ${format}=FILE.`);
  }
  return [...before, { format, file: file || undefined }];
}

/**
 * Gives the reports that have no file yet the one of `--output-file`.
 *
 * @throws Error where two reports would end up in the same place
 */
export function settled(asked: readonly Output[], outputFile: string | undefined): Output[] {
  const outputs = asked.map(({ format, file }) => ({ format, file: file ?? outputFile }));
  const places = outputs.map(({ file }) => file);
  const twice = places.find((place, index) => places.indexOf(place) < index);
  if (outputs.length > new Set(places).size) {
    const where = twice ?? 'standard output';
    throw new Error(
      `Two reports would be mixed in ${where}: name a file for each, as in --format sarif=FILE`,
    );
  }
  return outputs;
}

/** Writes reports where they go; GitHub's also as the summary of the job, where a job is run. */
export async function writeReports(
  outputs: readonly Output[],
  checked: Checked,
  color: boolean | undefined,
): Promise<void> {
  const folder = folderInRepository(process.cwd());
  for (const { format, file } of outputs) {
    const colored = color ?? (file === undefined && supportsColor(process.stdout));
    const report = await formats[format]();
    await output(report(checked, { color: colored, folder }), file);
    if (format === 'github') await addSummary(checked);
  }
}

async function addSummary(checked: Checked): Promise<void> {
  const { GITHUB_STEP_SUMMARY: page } = process.env;
  if (!page) return;
  const { jobSummary } = await import('../report/job-summary.ts');
  try {
    await appendFile(page, jobSummary(checked));
  } catch (error) {
    throw new Error(`Cannot add to the summary in ${page}: ${reasonOf(error)}`, { cause: error });
  }
}
