import type { Command } from 'commander';
import type { Exit, Finish } from '../exit.ts';
import { report } from '../lint-reports.ts';
import { addReportOptions, type ReportOptions, settled } from '../report-options.ts';

export function addMerge(program: Command, finish: Finish): void {
  const command = program
    .command('merge')
    .description('put the reports of all shards together: `lint --shard 1/4 --format json=FILE`')
    .argument('<report...>', 'the reports of all shards, or folders of them');
  addReportOptions(command).action(async (reports: string[], options: ReportOptions) =>
    finish(await run(reports, options)),
  );
}

async function run(reports: readonly string[], options: ReportOptions): Promise<Exit> {
  const outputs = settled(options.format, options.outputFile);
  const { mergedRun } = await import('../shards/merge.ts');
  return report(outputs, await mergedRun(reports), options);
}
