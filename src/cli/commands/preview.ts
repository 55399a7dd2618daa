import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type Exit, exit, type Finish } from '../exit.ts';
import { outputFolder, parsePort, siteConfig } from '../site.ts';

export function addPreview(program: Command, finish: Finish): void {
  program
    .command('preview')
    .description('serve the site that was built into dist/')
    .option('--port <number>', 'port to serve at', parsePort)
    .action(async ({ port }: { port?: number }) => finish(await run(port)));
}

async function run(port: number | undefined): Promise<Exit> {
  if (!existsSync(outputFolder())) {
    process.stderr.write('There is no site in dist/ yet: `npx --no waypost build` builds it.\n');
    return exit.failure;
  }
  const { preview } = await import('astro');
  const server = await preview(await siteConfig({ server: { ...(port && { port }) } }));
  await server.closed();
  return exit.ok;
}
