import { stat, writeFile } from 'node:fs/promises';
import { codeOf, reasonOf } from '../source/failure.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Puts a result where it is wanted.
 *
 * @param file path of a file; standard output where none is named
 * @param what what it is, for the message where that fails
 * @throws {Error} when the file cannot be written
 */
export async function output(
  text: string,
  file: string | undefined,
  what = 'the report',
): Promise<void> {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    await write(file, text);
  } catch (error) {
    throw new Error(`Cannot write ${what} to ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/** A file is written as a whole or not at all: half a report would be read as one with fewer findings. */
async function write(file: string, text: string): Promise<void> {
  if (await isDevice(file)) return writeFile(file, text);
  try {
    await writeWhole(file, text);
  } catch (error) {
    // The file may be all that can be written where it lies.
    if (!['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(codeOf(error))) throw error;
    await writeFile(file, text);
  }
}

/** Whether what is written is taken by something else than a file of its own, such as a pipe or `/dev/stdout`. */
async function isDevice(file: string): Promise<boolean> {
  if (/^\/dev\/(std|fd\/)/.test(file)) return true;
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
