import { type Command, Option } from 'commander';
import type { Checked as Reported } from '../../report/report.ts';
import { type Checked, checkPlans } from '../check.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { report } from '../lint-reports.ts';
import { addReportOptions, type Output, type ReportOptions, settled } from '../report-options.ts';
import { type Part, toPart } from '../shards/part.ts';

export interface LintOptions extends ReportOptions {
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly sortKeys?: true;
  readonly config?: string;
  readonly printConfig?: string;
  readonly cache: boolean;
  readonly since?: string;
  readonly watch?: true;
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly shard?: Part;
}

export function addLint(program: Command, finish: Finish): void {
  const command = program
    .command('lint')
    .description('check plans against the lifecycle')
    .argument('[path...]', 'plans, or folders of plans (default: content/plans)');
  addReportOptions(command)
    .option('--fix', 'mend what has one right answer, and report what remains')
    .addOption(
      new Option('--fix-dry-run', 'print what --fix would change, and write nothing').conflicts(
        'fix',
      ),
    )
    .option('--sort-keys', 'with --fix: put the keys of each block in the order of the format')
    .addOption(
      new Option(
        '--watch',
        'check again whenever plans, files beside them or the configuration change',
      ).conflicts(['fix', 'fixDryRun']),
    )
    .addOption(
      new Option(
        '--since <revision>',
        'check all plans, and show what has changed since a revision may have brought',
      ).conflicts(['fix', 'fixDryRun']),
    )
    .addOption(
      new Option('--stdin', 'check a plan on standard input, among the others').conflicts([
        'since',
        'fix',
        'fixDryRun',
        'watch',
      ]),
    )
    .option('--stdin-filename <file>', 'what the plan on standard input is the content of')
    .option(
      '--shard <number/count>',
      'check one of so many parts of the plans; `waypost merge` puts their reports together',
      toPart,
    )
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .option('--no-cache', 'read every plan, even where it is known what its text says')
    .option('--print-config <plan>', 'print how the rules are set for a plan, and lint nothing')
    .action(async (paths: string[], options: LintOptions) => finish(await run(paths, options)));
}

async function run(paths: readonly string[], options: LintOptions): Promise<Exit> {
  if (options.shard) {
    const { refuseWholeRuns } = await import('../shards/whole-runs-only.ts');
    refuseWholeRuns(options);
  }
  if (options.printConfig !== undefined) {
    const { settingsFor } = await import('../print-settings.ts');
    process.stdout.write(await settingsFor(options.printConfig, options.config));
    return exit.ok;
  }
  const outputs = outputsFor(options);
  if (options.sortKeys && !options.fix && !options.fixDryRun) {
    throw new Error(
      '--sort-keys changes plans: ask for it with --fix, or --fix-dry-run to see how',
    );
  }
  if (options.watch) return watchingFor(outputs, paths, options);
  return judge(outputs, paths, options);
}

/** Programs that want to know of changes want to know when a report ends. */
async function watchingFor(
  outputs: readonly Output[],
  paths: readonly string[],
  options: LintOptions,
): Promise<Exit> {
  const other = outputs.find(({ format }) => format !== 'pretty');
  if (other) {
    throw new Error(
      `\`--watch\` reports to people only: leave \`--format ${other.format}\` out, or run without it`,
    );
  }
  const written = outputs.flatMap(({ file }) => file ?? []);
  const { watching } = await import('../watch.ts');
  return watching({ paths, configuration: options.config, written }, () =>
    judge(outputs, paths, options),
  );
}

async function judge(
  outputs: readonly Output[],
  paths: readonly string[],
  options: LintOptions,
): Promise<Exit> {
  return report(outputs, await check(paths, options), options);
}

/** @throws {Error} where two things would be written to the same place */
function outputsFor({ format, outputFile, fixDryRun }: LintOptions): Output[] {
  const isShown = !fixDryRun || outputFile !== undefined;
  const outputs = settled(format ?? (isShown ? undefined : []), outputFile);
  const isMixed = fixDryRun && outputs.some(({ file }) => file === undefined);
  if (!isMixed) return outputs;
  throw new Error(
    '--fix-dry-run prints changes: name a file for the report, as in --format sarif=FILE',
  );
}

/** Lints what is asked for. What only some runs need is loaded only then. */
async function check(paths: readonly string[], options: LintOptions): Promise<Reported> {
  const { config, since, stdin, stdinFilename } = options;
  if (stdin) {
    const { checkInput } = await import('../standard-input.ts');
    return checkInput(stdinFilename, paths, config);
  }
  if (stdinFilename !== undefined) {
    throw new Error('`--stdin-filename` names what is on standard input: give `--stdin`, too');
  }
  const checked = await checkOnDisk(paths, options);
  if (options.fix || options.fixDryRun) return mended(checked, options);
  if (since === undefined) return checked;
  const { sinceRevision } = await import('../since.ts');
  return sinceRevision(checked, since, paths, config);
}

async function checkOnDisk(paths: readonly string[], options: LintOptions): Promise<Checked> {
  const { shard, config, cache } = options;
  if (!shard) return checkPlans(paths, { configuration: config, cache });
  const { checkShard } = await import('../shards/check-shard.ts');
  return checkShard(shard, paths, { configuration: config, cache });
}

/** What remains once what has one right answer is mended; on a dry run nothing is. */
async function mended(checked: Checked, options: LintOptions): Promise<Checked> {
  const { fix, fixDryRun } = await import('../fix.ts');
  if (options.fix) return fix(checked, options);
  process.stdout.write(await fixDryRun(checked, options));
  return checked;
}
