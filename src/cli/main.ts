import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { type Exit, exit, type Finish } from './exit.ts';
import { tell } from './tell.ts';

type AddCommand = (program: Command, finish: Finish) => void;

/** In the order in which help lists them. */
const commands: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['lint', async () => (await import('./commands/lint.ts')).addLint],
  ['merge', async () => (await import('./commands/merge.ts')).addMerge],
  ['init', async () => (await import('./commands/init.ts')).addInit],
  ['new', async () => (await import('./commands/new.ts')).addNew],
  ['build', async () => (await import('./commands/build.ts')).addBuild],
  ['pages', async () => (await import('./commands/pages.ts')).addPages],
  ['dev', async () => (await import('./commands/dev.ts')).addDev],
  ['preview', async () => (await import('./commands/preview.ts')).addPreview],
  ['lsp', async () => (await import('./commands/lsp.ts')).addLsp],
  ['diff', async () => (await import('./commands/diff.ts')).addDiff],
  ['diagram', async () => (await import('./commands/diagram.ts')).addDiagram],
  ['rules', async () => (await import('./commands/rules.ts')).addRules],
  ['schema', async () => (await import('./commands/schema.ts')).addSchema],
  ['completion', async () => (await import('./commands/completion.ts')).addCompletion],
  ['complete', async () => (await import('./commands/complete.ts')).addComplete],
]);

/** A command loads nothing of the others; help, and what is no command, needs to know them all. */
function wanted([name = '']: readonly string[]): (() => Promise<AddCommand>)[] {
  const command = commands.get(name);
  return command ? [command] : [...commands.values()];
}

/**
 * Runs the command line.
 *
 * @param args what follows `waypost`
 * @returns the exit status: 0 nothing to complain of, 1 findings, 2 it could not do its job
 */
export async function main(args: readonly string[]): Promise<Exit> {
  let status: Exit = exit.ok;
  const program = await programFor(args, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.failure;
    return tell(error);
  }
}

/**
 * The program, with what each command takes.
 *
 * @param args what follows `waypost`: of the commands, only the one that is asked for is there
 */
export async function programFor(args: readonly string[], finish: Finish): Promise<Command> {
  const program = new Command('waypost')
    .description('Checks the plans of customer onboardings and builds the site that shows them.')
    .version(version())
    .showHelpAfterError('(`waypost --help` lists commands and options)')
    .exitOverride();
  for (const add of await Promise.all(wanted(args).map((load) => load()))) add(program, finish);
  return program;
}
