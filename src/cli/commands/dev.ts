import type { Command } from 'commander';
import type { Finish } from '../exit.ts';
import { keptFolder } from '../kept-folder.ts';
import { parsePort, siteConfig } from '../site.ts';

export function addDev(program: Command, _finish: Finish): void {
  program
    .command('dev')
    .description('serve the site while writing; it follows every change')
    .option('--port <number>', 'port to serve at', parsePort)
    .option('--open', 'open the site in a browser')
    .action(async ({ port, open }: { port?: number; open?: true }) => {
      const { dev } = await import('astro');
      const server = { ...(port && { port }), ...(open && { open }) };
      await dev(await siteConfig({ server, workshop: await keptFolder() }));
    });
}
