import type { Command } from 'commander';
import { formats } from '../../report/index.ts';
import { checkPlans } from '../check.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { outputFolder, siteConfig } from '../site.ts';
import { makeWhole } from '../workplace.ts';

interface BuildOptions {
  readonly lint: boolean;
  readonly config?: string;
}

export function addBuild(program: Command, finish: Finish): void {
  program
    .command('build')
    .description('check the plans, then build the site into dist/')
    .option('--no-lint', 'build even where plans have errors')
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .action(async (options: BuildOptions) => finish(await run(options)));
}

async function run({ lint, config }: BuildOptions): Promise<Exit> {
  if (lint) {
    const { files, findings, failed } = await checkPlans([], config);
    if (failed) return exit.failure;
    const report = formats.pretty(
      { files, findings, failed },
      { color: Boolean(process.stderr.isTTY), folder: '' },
    );
    process.stderr.write(report);
    if (findings.some(({ severity, waived }) => severity === 'error' && waived === null)) {
      process.stderr.write('The site is not built: mend the errors, or build with --no-lint.\n');
      return exit.findings;
    }
  }
  const { build } = await import('astro');
  await makeWhole(outputFolder(), (output) => build(siteConfig({ configuration: config, output })));
  return exit.ok;
}
