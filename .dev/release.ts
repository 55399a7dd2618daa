/**
 * `npm run release -- [folder]`: asks about known vulnerabilities, then puts all that a release consists of
 * into a folder, `release` where none is named: the package, its bill of materials and the extension.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from './bill-of-materials.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(home, 'release'));
const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });

run(process.execPath, '.dev/audit.ts');
mkdirSync(folder, { recursive: true });
run('npm', 'pack', '--pack-destination', folder);
run(process.execPath, '.dev/write-extension.ts', folder);
const bill = `${JSON.stringify(billOfMaterials(), null, 2)}\n`;
writeFileSync(join(folder, `${name}-${version}.cdx.json`), bill);
process.stderr.write(`The release ${version} is in ${folder}\n`);
