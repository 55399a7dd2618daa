import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Finding } from '../../lint/finding.ts';
import { formats, isFormat } from '../../report/index.ts';
import { checkPlans } from '../check.ts';
import { type Exit, exit, type Finish } from '../exit.ts';

interface LintOptions {
  readonly format: string;
  readonly outputFile?: string;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly color?: boolean;
}

export function addLint(program: Command, finish: Finish): void {
  program
    .command('lint')
    .description('check plans against the lifecycle')
    .argument('[path...]', 'plans, or folders of plans (default: content/plans)')
    .addOption(
      new Option('--format <format>', 'how to show the findings')
        .choices(Object.keys(formats))
        .default('pretty'),
    )
    .option('--output-file <file>', 'write the report to a file')
    .option('--quiet', 'show errors only')
    .option('--max-warnings <number>', 'fail on more warnings than this', wholeNumber)
    .option('--color', 'use color even where the output is no terminal')
    .option('--no-color', 'use no color')
    .action(async (paths: string[], options: LintOptions) => finish(await run(paths, options)));
}

async function run(paths: readonly string[], options: LintOptions): Promise<Exit> {
  const { files, findings, failed } = await checkPlans(paths);
  const shown = options.quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  const { format, outputFile } = options;
  if (!isFormat(format)) throw new Error(`There is no format ${format}`);
  const color = options.color ?? (outputFile === undefined && supportsColor());
  const report = formats[format]({ files, findings: shown }, { color });
  if (outputFile === undefined) process.stdout.write(report);
  else await writeFile(outputFile, report);
  if (failed) return exit.failure;
  return isAcceptable(findings, options.maxWarnings) ? exit.ok : exit.findings;
}

/** No error, and no more warnings than allowed; what is waived does not count. */
function isAcceptable(findings: readonly Finding[], maxWarnings = Infinity): boolean {
  const counted = findings.filter(({ waived }) => waived === null);
  const warnings = counted.filter(({ severity }) => severity === 'warning').length;
  return warnings === counted.length && warnings <= maxWarnings;
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number, such as 0.');
  return Number(text);
}

/** `NO_COLOR` turns color off everywhere, `FORCE_COLOR` on; else a terminal has it. */
function supportsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return process.stdout.hasColors?.() ?? Boolean(process.env.FORCE_COLOR);
}
