import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { codeOf, reasonOf } from '../source/failure.ts';
import { makeFolder } from './make-folder.ts';

/** Where sites are built, each in a folder that is named for the process that builds it. */
const workplaces = resolve('.cache/waypost');

/**
 * Makes a folder whole or not at all: the work is done in a folder of its own, which takes the place
 * of what was there before once all is done. So runs do not get in each other's way, and one that
 * fails or is killed leaves what was there.
 *
 * @param folder what to make; on the same disk as the folder in which the command runs
 * @param work fills the folder that it is given first; what it needs only meanwhile it puts into the other
 * @throws {Error} where the work fails, or nothing can be written
 */
export async function makeWhole(
  folder: string,
  work: (made: string, workshop: string) => Promise<void>,
): Promise<void> {
  await removeAbandoned(folder);
  const workplace = join(workplaces, `${process.pid}-${randomUUID()}`);
  const [made, workshop] = [join(workplace, 'made'), join(workplace, 'workshop')];
  try {
    await begin(folder, [made, workshop]);
    try {
      await work(made, workshop);
    } finally {
      await refuseFullDisk(folder, workplace);
    }
    await replace(folder, made, workplace);
  } finally {
    await remove(workplace);
    await removeEmpty();
  }
}

async function begin(folder: string, places: readonly string[]): Promise<void> {
  try {
    for (const place of places) await makeFolder(place);
  } catch (error) {
    throw new Error(
      `Cannot write into .cache/waypost: ${reasonOf(error)}. ${shown(folder)} is made there, and takes its place once it is whole.`,
      { cause: error },
    );
  }
}

/**
 * Of a full disk some programs only tell that something went wrong, and some nothing at all: they leave
 * files without an end. So there has to be room for one more.
 */
async function refuseFullDisk(folder: string, workplace: string): Promise<void> {
  try {
    await writeFile(join(workplace, 'room'), Buffer.alloc(2 ** 20), { flush: true });
  } catch (error) {
    throw new Error(
      `Cannot make ${shown(folder)} in .cache/waypost: ${reasonOf(error)}. ${shown(folder)} is left as it was.`,
      { cause: error },
    );
  }
}

/** Another run may have put its own there meanwhile: then that one is replaced. */
async function replace(folder: string, made: string, workplace: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const former = join(workplace, `${formerName}${attempt}`);
    try {
      await rename(folder, former).catch(unlessAbsent);
      await rename(made, folder);
      return;
    } catch (error) {
      if (attempt < 10 && ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) continue;
      await putBack(folder, workplace);
      throw new Error(`Cannot replace ${shown(folder)}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

/** What is moved away is called so, and numbered. */
const formerName = 'former-';

/** Puts what was moved away last to where it was, unless something else is there by now. */
async function putBack(folder: string, workplace: string): Promise<void> {
  const names = await readdir(workplace).catch(() => []);
  const [last] = names
    .filter((name) => name.startsWith(formerName))
    .sort()
    .reverse();
  if (last) await rename(join(workplace, last), folder).catch(() => undefined);
}

/** Killed runs leave their folders behind, and what they had moved away only for a moment. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(workplaces).catch(() => []);
  const abandoned = names.filter((name) => /^\d+-/.test(name) && !isRunning(parseInt(name, 10)));
  for (const name of abandoned) {
    await putBack(folder, join(workplaces, name));
    await remove(join(workplaces, name));
  }
}

/** What cannot be removed, or is just being removed by another run, is left to later ones. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function removeEmpty(): Promise<void> {
  for (const folder of [workplaces, resolve(workplaces, '..')]) {
    await rmdir(folder).catch(() => undefined);
  }
}

/** The folder as a user knows it. */
function shown(folder: string): string {
  return relative(process.cwd(), folder);
}

function unlessAbsent(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
