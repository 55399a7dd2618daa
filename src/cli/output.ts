import { writeFile } from 'node:fs/promises';
import { reasonOf } from '../source/failure.ts';

/**
 * Writes a report to a file, or to standard output where none is named.
 *
 * @throws {Error} when the file cannot be written
 */
export async function writeReport(report: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    process.stdout.write(report);
    return;
  }
  try {
    await writeFile(file, report);
  } catch (error) {
    throw new Error(`Cannot write the report to ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/** `NO_COLOR` turns color off everywhere, `FORCE_COLOR` on; else a terminal has it. */
export function supportsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return process.stdout.hasColors?.() ?? Boolean(process.env.FORCE_COLOR);
}
