import type { Command } from 'commander';
import { escaped } from '../../lifecycle/words.ts';
import { candidates } from '../completion/candidates.ts';
import { exit, type Finish } from '../exit.ts';

/** What the scripts of `waypost completion` ask: a word in a line, and what it is; `:files` where paths may stand. */
export function addComplete(program: Command, finish: Finish): void {
  program
    .command('complete', { hidden: true })
    .description('tell a shell what may stand where the cursor is')
    .argument('[word...]', 'the words of the command line, up to the cursor')
    .action(async (words: string[]) => {
      const { programFor } = await import('../main.ts');
      const whole = await programFor(words.length > 1 ? words : [], finish);
      const { words: found, files } = await candidates(whole, words);
      // A path may hold the end of a line, and behind it what a shell would run.
      const lines = found.map(({ word, about }) => `${word}\t${escaped(about)}\n`);
      process.stdout.write([...lines, files ? ':files\n' : ''].join(''));
      finish(exit.ok);
    });
}
