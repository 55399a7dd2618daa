import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/**
 * Finds a file of an installed package.
 *
 * @param specifier - package and path in it, as in an import.
 * @returns absolute path of the file.
 * @throws Error when the package is not installed or does not export the path.
 */
export function packageFile(specifier: string): string {
  return resolve(specifier);
}
