import { existsSync, lstatSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
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
  const shown = relative(cwd, path).split(sep).join('/');
  try {
    if (file === undefined) refuseWhatIsNoFile(path);
    // Most of the time it takes is its own start, and many folders have no configuration.
    const { readFile } = await import('node:fs/promises');
    return readConfiguration(shown, await readFile(path));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(`Cannot read the configuration ${shown}: ${reasonOf(error)}`);
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

/** Who brings in plans can put a pipe or a device in its place, which has no end. */
function refuseWhatIsNoFile(path: string): void {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error('it is no file');
  if (stats.size > limits.bytes) throw new Error('it is larger than 1 MiB');
}
