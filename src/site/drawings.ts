import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join, resolve } from 'node:path';
import { DrawingFolder } from '../diagram/mermaid/drawing-folder.ts';
import { Drawings } from '../diagram/mermaid/drawings.ts';
import { packageFolder } from '../lint/package-folder.ts';
import { removeAbandonedDrafts } from '../source/drafts.ts';

/** The drawings of a build, and of the builds before it. */
export const drawings = new Drawings(keptDrawings());

/** Drawings are kept beside the packages of the folder that a build was started in, as is the custom. */
function keptDrawings(): DrawingFolder | undefined {
  const packages = resolve('node_modules');
  const maker = existsSync(packages) ? drawnBy() : undefined;
  if (maker === undefined) return undefined;
  const folder = join(packages, '.cache/waypost/drawings');
  removeAbandonedDrafts(folder);
  return new DrawingFolder(folder, maker);
}

/**
 * Tells all apart that could make another drawing of the same text: this package's own code, what it
 * draws and measures with, and the Node it runs in.
 *
 * @returns undefined where that cannot be told; then nothing is kept
 */
function drawnBy(): string | undefined {
  try {
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
  } catch {
    return undefined;
  }
}
