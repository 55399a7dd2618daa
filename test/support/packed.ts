import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Packs this package and installs it in a folder.
 *
 * @returns the paths of what the package holds
 * @throws {Error} with what npm said when it fails
 */
export async function packInto(folder: string): Promise<string[]> {
  const packed = await npm(['pack', '--json', '--pack-destination', folder], root);
  const [{ filename, files }] = Object.values(JSON.parse(packed)) as [Packed];
  const manifest = { private: true, dependencies: { waypost: `file:${filename}` } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lockOf(folder, filename)));
  await npm(['ci', '--prefer-offline', '--no-audit', '--no-fund'], folder);
  return files.map(({ path }) => path);
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** The versions that this repository's own lock has: what is tested is what is installed. */
function lockOf(folder: string, tarball: string) {
  const { packages }: { packages: Record<string, { dev?: true }> } = read('package-lock.json');
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const { version, dependencies, bin, engines } = read('package.json');
  const waypost = `file:${tarball}`;
  const hash = createHash('sha512').update(readFileSync(join(folder, tarball)));
  const integrity = `sha512-${hash.digest('base64')}`;
  return {
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { dependencies: { waypost } },
      ...Object.fromEntries(needed),
      'node_modules/waypost': { version, resolved: waypost, integrity, dependencies, bin, engines },
    },
  };
}

function read(name: string) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

async function npm(args: readonly string[], cwd: string): Promise<string> {
  // The Node that runs this comes first, as it does for whoever starts a script of npm.
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
  const options = { cwd, env: { ...process.env, PATH }, maxBuffer: 100_000_000 };
  const { stdout } = await promisify(execFile)('npm', args, options);
  return stdout;
}
