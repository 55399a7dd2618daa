import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteSettings } from '../../../schemas/configuration.ts';
import { packageFolder } from '../../lint/package-folder.ts';
import { installedPackages } from '../../source/kept-home.ts';

/** Where the code and the texts of this package lie, in a checkout and where it is installed. */
const own = ['astro.config.mjs', 'content/guides', 'lib', 'package.json', 'schemas', 'src'];

/**
 * Tells all apart that could make another page of the same plan: all that this package consists of, the
 * packages it is installed with, the Node it runs in and for what, and how the site is set.
 *
 * @throws {Error} where that cannot be told; then no pages can be kept
 */
export function madeBy(site: Partial<SiteSettings>): string {
  // Astro and Vite take it for this when it is not set, and set it.
  const mode = process.env.NODE_ENV || 'production';
  const told = createHash('sha256').update(JSON.stringify([process.version, mode, site]));
  told.update(installedPackages());
  for (const path of own.flatMap(filesAt)) {
    told.update(`\n${path}\n`).update(readFileSync(join(packageFolder, path)));
  }
  return told.digest('base64url');
}

function filesAt(path: string): string[] {
  const place = join(packageFolder, path);
  if (!existsSync(place)) return [];
  if (isFile(place)) return [path];
  const inside = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  return inside.filter((name) => isFile(join(place, name))).map((name) => join(path, name));
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
