import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../source/failure.ts';

/**
 * Writes a file that is not there yet, and the folders it lies in.
 *
 * @throws {Error} when there is one already, or it cannot be written; the cause tells which
 */
export async function create(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw new Error(`Cannot write ${file}: ${reasonOf(error)}`, { cause: error });
  }
}
