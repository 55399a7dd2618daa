import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Finds a file of an installed package.
 *
 * The site's build bundles this code and may put it outside of the project, where no `node_modules` is above it; then
 * the folder that the build was started in is asked.
 *
 * @param specifier - package and path in it, as in an import.
 * @returns absolute path of the file.
 * @throws Error when the package is not installed or does not export the path.
 */
export function packageFile(specifier: string): string {
  try {
    return createRequire(import.meta.url).resolve(specifier);
  } catch {
    return createRequire(pathToFileURL(`${process.cwd()}/`)).resolve(specifier);
  }
}
