import { existsSync, lstatSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { escaped } from '../lifecycle/words.ts';
import { shownPath } from '../source/discover.ts';
import { reasonOf } from '../source/failure.ts';
import { limits } from '../source/yaml.ts';
import {
  type Configuration,
  ConfigurationError,
  defaultConfiguration,
  readConfiguration,
} from './configuration.ts';

/** Where the configuration is, unless one says otherwise. */
export const defaultConfigurationFile = 'waypost.config.yaml';

/**
 * Loads the configuration of a folder.
 *
 * @param cwd the folder in which the command runs
 * @param file the configuration's path; the folder's own when left out, if it has one
 * @throws {ConfigurationError} when it cannot be read, or anything in it is wrong
 */
export async function loadConfiguration(cwd: string, file?: string): Promise<Configuration> {
  const path = resolve(cwd, file ?? defaultConfigurationFile);
  if (file === undefined && !isThere(path)) {
    refuseMisnamed(cwd);
    return defaultConfiguration;
  }
  const shown = shownPath(path, cwd);
  try {
    if (file === undefined) refuseWhatIsNoFile(path);
    return readConfiguration(shown, await contentOf(path));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const reason = reasonOf(error);
    throw new ConfigurationError(`Cannot read the configuration ${escaped(shown)}: ${reason}`);
  }
}

/** A link that leads nowhere is there as well: passing over it would look as if nothing were set. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function refuseMisnamed(cwd: string): void {
  const name = defaultConfigurationFile.replace(/yaml$/, 'yml');
  if (!existsSync(resolve(cwd, name))) return;
  throw new ConfigurationError(
    `The configuration is called ${defaultConfigurationFile}, and nobody reads ${name}: rename it`,
  );
}

/** Who brings in plans can put a pipe in its place, and nothing may ever come out of that. */
function refuseWhatIsNoFile(path: string): void {
  if (!statSync(path).isFile()) throw new Error('it is no file');
}

/** No more of it is read than is taken: a device has no end. */
async function contentOf(path: string): Promise<Uint8Array> {
  // Most of the time it takes is its own start, and many folders have no configuration.
  const { open } = await import('node:fs/promises');
  const file = await open(path);
  try {
    const bytes = new Uint8Array(limits.bytes + 1);
    for (let length = 0; ; ) {
      const { bytesRead } = await file.read(bytes, length);
      length += bytesRead;
      if (length > limits.bytes) throw new Error('it is larger than 1 MiB');
      if (bytesRead === 0) return bytes.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}
