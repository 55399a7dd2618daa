import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { escaped } from '../lifecycle/words.ts';
import { reasonOf } from '../source/failure.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file that is not there yet, and the folders it lies in.
 *
 * @throws {Error} when there is one already, or it cannot be written; the cause tells which
 */
export async function create(file: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeNew(file, text);
  } catch (error) {
    throw new Error(`Cannot write ${escaped(file)}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Leaves no half of it where the disk becomes full. */
async function writeNew(file: string, text: string): Promise<void> {
  const begun = await open(file, 'wx');
  try {
    await begun.writeFile(text);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await begun.close();
  }
}
