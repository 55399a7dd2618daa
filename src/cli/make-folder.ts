import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { codeOf } from '../source/failure.ts';

/**
 * Makes a folder where it is not there yet, and those above it, in the folder in which the command runs.
 *
 * @throws {Error} where nothing can be written into it
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    // Of a disk that can only be read, Node only says that there is no such folder.
    await access('.', constants.W_OK);
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new Error('a part of its path is no folder', { cause: error });
  }
}
