import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codeOf } from '../source/failure.ts';

/** Where sites are built, each in a folder that is named for the process that builds it. */
const workplaces = resolve('.cache/waypost');

/**
 * Makes a folder whole or not at all: the work is done in a folder of its own, which takes the place
 * of what was there before once all is done. So runs do not get in each other's way, and one that
 * fails or is killed leaves what was there.
 *
 * @param folder what to make; on the same disk as the folder in which the command runs
 * @param work what fills the folder that it is given
 */
export async function makeWhole(
  folder: string,
  work: (workplace: string) => Promise<void>,
): Promise<void> {
  await removeAbandoned();
  const workplace = join(workplaces, `${process.pid}-${randomUUID()}`);
  const [made, former] = [join(workplace, 'made'), join(workplace, 'former')];
  await mkdir(made, { recursive: true });
  try {
    await work(made);
    await replace(folder, made, former);
  } finally {
    await rm(workplace, { recursive: true, force: true });
    await removeEmpty();
  }
}

/** Another run may have put its own there meanwhile: then that one is replaced. */
async function replace(folder: string, made: string, former: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await rename(folder, `${former}-${attempt}`).catch(unlessAbsent);
    try {
      await rename(made, folder);
      return;
    } catch (error) {
      if (attempt === 10 || !['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
    }
  }
}

/** Killed runs leave their folders behind. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(workplaces).catch(() => []);
  const abandoned = names.filter((name) => /^\d+-/.test(name) && !isRunning(parseInt(name, 10)));
  for (const name of abandoned) {
    await rm(join(workplaces, name), { recursive: true, force: true });
  }
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

function unlessAbsent(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
