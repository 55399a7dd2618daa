import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import { type Exit, exit, type Finish } from '../exit.ts';
import type { PagesFailure } from '../pages-process.ts';
import { siteConfig } from '../site.ts';

interface PagesOptions {
  readonly workshop: string;
  readonly config?: string;
  readonly cache: boolean;
}

/** What `waypost build` starts: the pages of the site, without the search. */
export function addPages(program: Command, finish: Finish): void {
  program
    .command('pages', { hidden: true })
    .description('make the pages of the site')
    .argument('<folder>', 'where they go')
    .requiredOption('--workshop <folder>', 'where all goes that is needed only meanwhile')
    .option('--config <file>', 'read this configuration')
    .option('--no-cache', 'make every page anew')
    .action(async (output: string, options: PagesOptions) => {
      endWithParent();
      finish(await make(output, options).catch(tellParent));
    });
}

async function make(output: string, options: PagesOptions): Promise<Exit> {
  const { config: configuration, workshop, cache } = options;
  // The environment is what reaches the pages.
  if (!cache) process.env.WAYPOST_NO_CACHE = 'true';
  // A large site is memory in use only for a moment: let little of it pile up before it is cleared away.
  setFlagsFromString('--heap-growing-percent=40');
  const { build } = await import('astro');
  await build(withoutSearch(await siteConfig({ configuration, output, workshop })));
  return exit.ok;
}

/** Starlight would index the pages while all that they were made from is still in memory. */
function withoutSearch(config: Awaited<ReturnType<typeof siteConfig>>): typeof config {
  for (const integration of config.integrations?.flat() ?? []) {
    if (integration && integration.name === '@astrojs/starlight') {
      delete integration.hooks['astro:build:done'];
    }
  }
  return config;
}

/** Where the build is killed, its pages are of no use to anybody. */
function endWithParent(): void {
  process.on('disconnect', () => process.exit());
  process.channel?.unref();
}

/** The build says what went wrong, once it knows whether the disk is full. */
async function tellParent(error: unknown): Promise<Exit> {
  if (!process.send || !(error instanceof Error)) throw error;
  const { message, stack } = error;
  const failure: PagesFailure = { message, stack };
  await new Promise((done) => process.send?.(failure, done));
  return exit.failure;
}
