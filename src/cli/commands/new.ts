import type { Command } from 'commander';
import { create } from '../create.ts';
import { exit, type Finish } from '../exit.ts';
import { addPlanOptions, complete, newPlan, type PlanOptions, planId } from '../new-plan.ts';

interface NewOptions extends PlanOptions {
  readonly config?: string;
  readonly stdout?: true;
}

export function addNew(program: Command, finish: Finish): void {
  const command = program
    .command('new')
    .description('begin a plan: every environment with dates that the rules agree with')
    .argument('[id]', 'the plan’s id, which names its file', planId);
  addPlanOptions(command)
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .option('--stdout', 'print the plan instead of writing its file')
    .addHelpText(
      'after',
      '\nOn a terminal, what is not given is asked for. The plan is written to content/plans/<id>.yaml.',
    )
    .action(async (id: string | undefined, { config, stdout, ...known }: NewOptions) => {
      const answers = await complete({ ...known, ...(id !== undefined && { id }) });
      const { file, text } = await newPlan(answers, config);
      if (stdout) process.stdout.write(text);
      else {
        await create(file, text);
        process.stderr.write(
          `${file} is written, and in order. Correct its dates as they are agreed.\n`,
        );
      }
      finish(exit.ok);
    });
}
