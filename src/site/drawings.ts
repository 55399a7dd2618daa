import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { Drawings } from '../diagram/mermaid/drawings.ts';
import { packageFolder } from '../lint/package-folder.ts';
import { keptTexts } from './kept/home.ts';

/** The drawings of a build, and of the builds before it. */
export const drawings = new Drawings(keptTexts('drawings', drawnBy));

/**
 * Tells all apart that could make another drawing of the same text: this package's own code, what it
 * draws and measures with, and the Node it runs in.
 *
 * @throws {Error} where that cannot be told; then nothing is kept
 */
function drawnBy(): string {
  const folder = join(packageFolder, 'src/diagram/mermaid');
  const code = readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  const packages = ['mermaid', 'svgdom', 'jsdom', '@fontsource-variable/inter'].map((name) => {
    const file = findPackageJSON(name, join(packageFolder, 'package.json'));
    return file && JSON.parse(readFileSync(file, 'utf8')).version;
  });
  const all = JSON.stringify([code, packages, process.version]);
  return createHash('sha256').update(all).digest('hex');
}
