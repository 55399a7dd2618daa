import type { Command } from 'commander';
import { nearest } from '../../lifecycle/suggest.ts';
import { explainRule, listRules } from '../../report/rules.ts';
import { groups, ruleById, rules } from '../../rules/index.ts';
import { type Exit, exit, type Finish } from '../exit.ts';

export function addRules(program: Command, finish: Finish): void {
  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[rule]', 'the rule to explain')
    .action(async (id?: string) => finish(await run(id)));
}

async function run(id: string | undefined): Promise<Exit> {
  if (id === undefined) {
    process.stdout.write(listRules(groups));
    return exit.ok;
  }
  const rule = ruleById(id);
  if (rule) {
    process.stdout.write(await explainRule(rule));
    return exit.ok;
  }
  const near = nearest(
    id,
    rules.map((known) => known.id),
  );
  const hint = near ? `Did you mean ${near}?` : '`npx --no waypost rules` lists them all.';
  process.stderr.write(`There is no rule ${id}. ${hint}\n`);
  return exit.failure;
}
