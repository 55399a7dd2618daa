import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, reasonOf } from '../source/failure.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file that is not there yet, and the folders it lies in.
 *
 * @throws {Error} when there is one already, or it cannot be written; the cause tells which
 */
export async function create(file: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    // Of a disk that is full by now, there is half a file.
    if (codeOf(error) !== 'EEXIST') await rm(file, { force: true }).catch(() => undefined);
    throw new Error(`Cannot write ${file}: ${reasonOf(error)}`, { cause: error });
  }
}
