import { Command, CommanderError } from 'commander';
import { version } from '../version.ts';
import { addBuild } from './commands/build.ts';
import { addDev } from './commands/dev.ts';
import { addDiagram } from './commands/diagram.ts';
import { addDiff } from './commands/diff.ts';
import { addLint } from './commands/lint.ts';
import { addNew } from './commands/new.ts';
import { addPreview } from './commands/preview.ts';
import { addRules } from './commands/rules.ts';
import { addSchema } from './commands/schema.ts';
import { type Exit, exit } from './exit.ts';

/**
 * Runs the command line.
 *
 * @param args what follows `waypost`
 * @returns the exit status: 0 nothing to complain of, 1 findings, 2 it could not do its job
 */
export async function main(args: readonly string[]): Promise<Exit> {
  let status: Exit = exit.ok;
  const program = new Command('waypost')
    .description('Checks the plans of customer onboardings and builds the site that shows them.')
    .version(version())
    .showHelpAfterError('(`waypost --help` lists commands and options)')
    .exitOverride();
  const finish = (result: Exit) => {
    status = result;
  };
  for (const add of [
    addLint,
    addNew,
    addBuild,
    addDev,
    addPreview,
    addDiff,
    addDiagram,
    addRules,
    addSchema,
  ]) {
    add(program, finish);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.failure;
    process.stderr.write(`${reasonOf(error)}\n`);
    return exit.failure;
  }
}

/** A mistake of the program shows where it is; so does everything when debugging. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.WAYPOST_DEBUG ? (error.stack ?? error.message) : error.message;
}
