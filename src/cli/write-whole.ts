import { randomUUID } from 'node:crypto';
import { chmod, chown, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file at once or not at all: beside its place, which it takes when all of it is on the disk. A
 * link stays a link, and a file keeps its mode and, where that is allowed, its owner.
 *
 * @throws {Error} when it cannot be written; then the file is as it was
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const path = await realpath(file).catch(() => file);
  const former = await stat(path).catch(() => undefined);
  // Whoever looks for plans passes over hidden files.
  const draft = join(dirname(path), `.${randomUUID()}.draft`);
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true });
    if (former) {
      await chown(draft, former.uid, former.gid).catch(() => undefined);
      await chmod(draft, former.mode);
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
