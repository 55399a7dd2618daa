import { join, resolve, sep } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { InvalidArgumentError } from 'commander';
import { packageFolder } from '../lint/package-folder.ts';

/** What a command may have different. */
interface SiteOptions {
  readonly server?: NonNullable<AstroInlineConfig['server']>;
  /** Path of the configuration; the folder's own when left out. */
  readonly configuration?: string | undefined;
  /** Where the built site goes, or is. */
  readonly output?: string;
  /** Where Astro writes all else; a preview writes nothing, and needs none. */
  readonly workshop?: string;
}

/**
 * How Astro is started: the site's own code comes from this package, in which nothing is written; the
 * plans are in the folder in which the command runs.
 */
export async function siteConfig({
  server = {},
  configuration,
  output = outputFolder(),
  workshop = packageFolder,
}: SiteOptions = {}): Promise<AstroInlineConfig> {
  // The environment is what reaches the pages, too.
  if (configuration !== undefined) process.env.WAYPOST_CONFIG = resolve(configuration);
  // Astro would tell its makers of each run, and fails where it cannot note in the home folder that it did.
  process.env.ASTRO_TELEMETRY_DISABLED ??= '1';
  const { default: config } = await import('../../astro.config.mjs');
  return {
    ...config,
    configFile: false,
    // Only until `package-root.ts` says where the root is.
    root: workshop,
    cacheDir: join(workshop, 'astro'),
    outDir: output,
    server,
    vite: {
      ...config.vite,
      cacheDir: join(workshop, 'vite'),
      server: { fs: { allow: [packageFolder, ...installedBeside()] } },
    },
  };
}

/** The folder of packages that this one is installed in: what pages load comes from there. */
function installedBeside(): string[] {
  const end = packageFolder.indexOf(packages);
  return end < 0 ? [] : [packageFolder.slice(0, end + packages.length)];
}

const packages = `${sep}node_modules${sep}`;

/** Where the built site is: in the folder in which the command runs. */
export function outputFolder(): string {
  return resolve('dist');
}

/** A port that a server can listen at. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 1 to 65535.');
}
