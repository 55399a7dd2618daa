import type { Command } from 'commander';

export function addLsp(program: Command): void {
  program
    .command('lsp')
    .description('serve an editor as a language server, over standard input and output')
    .option('--stdio', 'what editors add to say so; there is no other way')
    .option('--clientProcessId <number>', 'the editor’s process, with which the server ends')
    .action(run);
}

/** The server ends the process itself, with the status that the protocol asks for. */
async function run(): Promise<never> {
  const { serve } = await import('../../lsp/server.ts');
  serve();
  return new Promise(() => {});
}
