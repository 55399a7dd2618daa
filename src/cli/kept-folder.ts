import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from '../source/failure.ts';
import { makeFolder } from './make-folder.ts';

/**
 * The folder in which a server keeps what it makes from one run to the next: beside the packages of the
 * folder in which it runs, as is the custom, where there are any and something can be written there.
 *
 * @throws {Error} where nothing can be written at all
 */
export async function keptFolder(): Promise<string> {
  const custom = resolve('node_modules/.cache/waypost');
  if (existsSync('node_modules') && (await isMade(custom))) return custom;
  const folder = resolve('.cache/waypost');
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new Error(
      `Cannot write into .cache/waypost: ${reasonOf(error)}. What the site is served from is made there.`,
      { cause: error },
    );
  }
  return folder;
}

async function isMade(folder: string): Promise<boolean> {
  try {
    await makeFolder(folder);
    return true;
  } catch {
    return false;
  }
}
