import type { Command } from 'commander';
import { pretty } from '../../report/pretty.ts';
import { summaryOf } from '../../report/report.ts';
import { checkPlans } from '../check.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { makePages } from '../pages-process.ts';
import { makeSearchIndex } from '../search-index.ts';
import { outputFolder } from '../site.ts';
import { supportsColor } from '../terminal.ts';
import { makeWhole } from '../workplace.ts';

interface BuildOptions {
  readonly lint: boolean;
  readonly config?: string;
  readonly cache: boolean;
}

export function addBuild(program: Command, finish: Finish): void {
  program
    .command('build')
    .description('check the plans, then build the site into dist/')
    .option('--no-lint', 'build even where plans have errors')
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .option('--no-cache', 'make every page anew, even where nothing has changed')
    .action(async (options: BuildOptions) => finish(await run(options)));
}

async function run(options: BuildOptions): Promise<Exit> {
  const verdict = options.lint ? await judge(options) : exit.ok;
  if (verdict !== exit.ok) return verdict;
  await makeWhole(outputFolder(), async (output, workshop) => {
    await makePages([output, '--workshop', workshop, ...argumentsFor(options)]);
    await makeSearchIndex(output);
  });
  return exit.ok;
}

function argumentsFor({ config, cache }: BuildOptions): string[] {
  return [...(config === undefined ? [] : ['--config', config]), ...(cache ? [] : ['--no-cache'])];
}

/** Tells what is wrong with the plans. They are forgotten before the site reads them for itself. */
async function judge({ config, cache }: BuildOptions): Promise<Exit> {
  const { files, findings, failed } = await checkPlans([], { configuration: config, cache });
  if (failed) return exit.failure;
  const report = pretty({ files, findings, failed }, { color: supportsColor(process.stderr) });
  process.stderr.write(report);
  if (summaryOf(findings).errors === 0) return exit.ok;
  process.stderr.write('The site is not built: mend the errors, or build with --no-lint.\n');
  return exit.findings;
}
