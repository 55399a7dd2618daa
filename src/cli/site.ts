import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { InvalidArgumentError } from 'commander';

/** What a command may have different. */
interface SiteOptions {
  readonly server?: NonNullable<AstroInlineConfig['server']>;
  /** Path of the configuration; the folder's own when left out. */
  readonly configuration?: string | undefined;
  /** Where the built site goes. */
  readonly output?: string;
}

/**
 * How Astro is started: the site's own code comes from this package, the plans from the folder in
 * which the command runs.
 */
export function siteConfig({
  server = {},
  configuration,
  output = outputFolder(),
}: SiteOptions = {}): AstroInlineConfig {
  // Astro reads its configuration by itself, and the environment is what reaches it.
  if (configuration !== undefined) process.env.WAYPOST_CONFIG = resolve(configuration);
  return { root: fileURLToPath(new URL('../..', import.meta.url)), outDir: output, server };
}

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
