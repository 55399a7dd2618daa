import type { Command } from 'commander';
import type { Finish } from '../exit.ts';
import { parsePort, siteConfig } from '../site.ts';

export function addPreview(program: Command, _finish: Finish): void {
  program
    .command('preview')
    .description('serve the site that was built into dist/')
    .option('--port <number>', 'port to serve at', parsePort)
    .action(async ({ port }: { port?: number }) => {
      const { preview } = await import('astro');
      const server = await preview(siteConfig({ ...(port && { port }) }));
      await server.closed();
    });
}
