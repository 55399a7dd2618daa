import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { codeOf } from '../source/failure.ts';
import { kindOfFile } from '../source/plan-file.ts';
import { realPath } from './real-path.ts';
import { writeWhole } from './write-whole.ts';

/**
 * A file is written as a whole or not at all: half a report would be read as one with fewer findings.
 *
 * @throws {Error} when it cannot be written, or stands where a plan may be
 */
export async function writeOutput(file: string, text: string): Promise<void> {
  if (existsSync(file) && kindOfFile(realPath(file)) === 'plan') {
    throw new Error(
      'there is a file that is called like a plan, and it would be lost; name one with another ending',
    );
  }
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
