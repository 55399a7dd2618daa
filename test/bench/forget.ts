import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Removes all that a package has kept between runs: beside its packages, which lie below a checkout and
 * around an installed package.
 *
 * @param home the package
 */
export function forget(home: string): void {
  for (const packages of [join(home, 'node_modules'), dirname(home)]) {
    rmSync(join(packages, '.cache/waypost'), { recursive: true, force: true });
  }
}
