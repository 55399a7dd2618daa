import type { Command } from 'commander';
import { planJsonSchema } from '../../../schemas/json-schema.ts';
import { exit, type Finish } from '../exit.ts';

export function addSchema(program: Command, finish: Finish): void {
  program
    .command('schema')
    .description('print the JSON Schema of a plan')
    .action(() => {
      process.stdout.write(planJsonSchema());
      finish(exit.ok);
    });
}
