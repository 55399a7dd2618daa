import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bin } from '../../../support/waypost.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Installs this Waypost in a folder. */
export async function install(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await symlink(root, join(folder, 'node_modules/waypost'), 'junction');
}

/** The starts of a program, by the ids of its processes. */
export interface Watched {
  started(): Promise<number[]>;
}

/**
 * Installs a Waypost that notes each of its starts, and then does as this one does.
 *
 * @param program what it does instead
 */
export async function installWatched(
  folder: string,
  program = `await import(${JSON.stringify(pathToFileURL(bin).href)});`,
): Promise<Watched> {
  const place = join(folder, 'node_modules/waypost');
  const notes = join(place, 'starts.txt');
  const manifest = { name: 'waypost', version: '9.8.7', bin: { waypost: 'bin/run.mjs' } };
  const note = `import { appendFileSync } from 'node:fs';
    appendFileSync(${JSON.stringify(notes)}, process.pid + '\\n');\n`;
  await mkdir(join(place, 'bin'), { recursive: true });
  await writeFile(join(place, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(place, 'bin/run.mjs'), note + program);
  await writeFile(notes, '');
  return {
    started: async () => (await readFile(notes, 'utf8')).split('\n').filter(Boolean).map(Number),
  };
}

/** Whether a process is still there. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
