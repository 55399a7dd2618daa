import { type Command, Option } from 'commander';
import { changesOfFiles, portfolioChanges } from '../../diff/index.ts';
import { addressOf } from '../../lint/configuration.ts';
import { loadConfiguration } from '../../lint/configuration-file.ts';
import { lint } from '../../lint/lint.ts';
import { changeFormats, isChangeFormat } from '../../report/changes/index.ts';
import { factsStore } from '../../source/facts-home.ts';
import type { FactsStore } from '../../source/facts-store.ts';
import type { PlanFile } from '../../source/plan-file.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { output } from '../output.ts';
import { supportsColor } from '../terminal.ts';
import { type Versions, versionsToCompare } from '../versions.ts';

interface DiffOptions {
  readonly mergeBase?: true;
  readonly format: string;
  readonly outputFile?: string;
  readonly exitCode?: true;
  readonly config?: string;
  readonly cache: boolean;
  readonly color?: boolean;
}

export function addDiff(program: Command, finish: Finish): void {
  program
    .command('diff')
    .description('tell what has changed in plans, in their own terms')
    .argument(
      '[revision-or-path...]',
      'up to two revisions, then plans or folders of plans; or two files',
    )
    .option('--merge-base', 'compare with the commit from which the two revisions have come')
    .addOption(
      new Option('--format <format>', 'how to show the changes')
        .choices(Object.keys(changeFormats))
        .default('pretty'),
    )
    .option('--output-file <file>', 'write the report to a file')
    .option('--exit-code', 'exit with 1 where something has changed')
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .option('--no-cache', 'read every plan, even where it is known what its text says')
    .option('--color', 'use color even where the output is no terminal')
    .option('--no-color', 'use no color')
    .addHelpText('after', examples)
    .action(async (operands: string[], options: DiffOptions, command: Command) =>
      finish(await run(operands, behindDashes(command, operands), options)),
    );
}

const examples = `
Which versions are compared:
  waypost diff                                    the working tree with the last commit
  waypost diff main                               the working tree with the branch main
  waypost diff v1 v2                              two revisions with each other
  waypost diff --merge-base origin/main HEAD      what a branch has brought, as in a pull request
  waypost diff main -- content/plans/acme.yaml    one plan, or one folder of plans
  waypost diff before.yaml after.yaml             two files, without git`;

/** The operands behind `--`: those are paths, whatever else they may look like. */
function behindDashes(command: Command, operands: readonly string[]): readonly string[] {
  // Commander takes the dashes away, but keeps what it was given.
  const { rawArgs: raw = [] } = command.parent as { rawArgs?: readonly string[] };
  const dashes = raw.indexOf('--');
  return dashes < 0 ? [] : operands.slice(operands.length - (raw.length - dashes - 1));
}

async function run(
  operands: readonly string[],
  paths: readonly string[],
  options: DiffOptions,
): Promise<Exit> {
  const store = options.cache ? factsStore() : undefined;
  try {
    return await diff(operands, paths, options, store);
  } finally {
    store?.close();
  }
}

async function diff(
  operands: readonly string[],
  paths: readonly string[],
  options: DiffOptions,
  store: FactsStore | undefined,
): Promise<Exit> {
  const { format, outputFile } = options;
  if (!isChangeFormat(format)) throw new Error(`There is no format ${format}`);
  const named = operands.slice(0, operands.length - paths.length);
  const versions = await versionsToCompare(named, paths, options.mergeBase ?? false, store);
  const { before, after, failures } = versions;
  for (const failure of failures) process.stderr.write(`${failure}\n`);

  const compare = versions.areFiles ? changesOfFiles : portfolioChanges;
  const changes = compare(...(await checked(versions, options.config)));
  const report = await changeFormats[format]();
  const color = options.color ?? (outputFile === undefined && supportsColor(process.stdout));
  const compared = { ...changes, before: before.side, after: after.side };
  await output(report(compared, { color }), outputFile);
  if (failures.length > 0) return exit.failure;
  return options.exitCode && changes.plans.length > 0 ? exit.changes : exit.ok;
}

/** Both versions are checked as the configuration is now: what a rule wants has not changed. */
async function checked({ before, after }: Versions, config: string | undefined) {
  const { settings, site } = await loadConfiguration(process.cwd(), config);
  const check = async (files: readonly PlanFile[]) => ({
    files,
    findings: await lint(files, { settings, site: addressOf(site) }),
  });
  return [await check(before.files), await check(after.files)] as const;
}
