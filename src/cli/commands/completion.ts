import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { packageFolder } from '../../lint/package-folder.ts';
import { exit, type Finish } from '../exit.ts';

export function addCompletion(program: Command, finish: Finish): void {
  program
    .command('completion')
    .description('print what makes a shell complete commands, options, rules and plans')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', places)
    .action(async (shell: string) => {
      const script = join(packageFolder, 'src/cli/templates/completion', `waypost.${shell}`);
      process.stdout.write(await readFile(script));
      finish(exit.ok);
    });
}

const places = `
Where a shell looks for it:
  bash    ~/.local/share/bash-completion/completions/waypost, or from ~/.bashrc: source FILE
  zsh     _waypost, in a folder of $fpath
  fish    ~/.config/fish/completions/waypost.fish`;
