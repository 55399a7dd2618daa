import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The folder of this package. The site's build bundles this code and puts it elsewhere; then the
 * package is looked for where the build was started.
 *
 * @returns undefined where it cannot be found
 */
export function packageFolder(): string | undefined {
  const here = fileURLToPath(new URL('../..', import.meta.url));
  return [here, process.cwd(), installed()].find((folder) => folder && isPackage(folder));
}

function isPackage(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'waypost';
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  try {
    const require = createRequire(pathToFileURL(`${process.cwd()}/`));
    return dirname(require.resolve('waypost/package.json'));
  } catch {
    return undefined;
  }
}
