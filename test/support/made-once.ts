import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, vi } from 'vitest';

/**
 * Makes something once for all test files: the first that asks does it, the others wait.
 *
 * @param name of the folder that it is made in, which is removed when all tests are done
 * @param timeout how long the others wait, in milliseconds
 * @param make makes it in that folder, and returns what is to be known of it, as JSON has it
 */
export async function madeOnce<Made>(
  name: string,
  timeout: number,
  make: (folder: string) => Promise<Made>,
): Promise<Made> {
  const folder = join(inject('scratch'), name);
  const note = join(folder, 'made.json');
  if (await isFirst(folder)) {
    const made = await make(folder);
    await writeFile(`${note}.part`, JSON.stringify(made));
    await rename(`${note}.part`, note);
    return made;
  }
  return JSON.parse(await vi.waitFor(() => readFile(note, 'utf8'), { timeout, interval: 200 }));
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch {
    return false;
  }
}
