import type { Argument, Command, Option } from 'commander';
import { optionNamed, readCommandLine } from './command-line.ts';
import { type Choices, choicesFor, none } from './placeholders.ts';

/**
 * What a word of a command line may be completed to. Everything comes from the program itself: its
 * commands, their options, and what these take.
 *
 * @param words what follows the program's name; the last is the one to complete, and may be empty
 */
export async function candidates(program: Command, words: readonly string[]): Promise<Choices> {
  const current = words.at(-1) ?? '';
  const choices = await allChoices(program, words.slice(0, -1), current);
  const fitting = choices.words.filter(({ word }) => word.startsWith(current) && isPlain(word));
  return { ...choices, words: fitting };
}

async function allChoices(
  program: Command,
  before: readonly string[],
  current: string,
): Promise<Choices> {
  const { command, option, operands, takesOptions } = readCommandLine(program, before);
  if (option) return valuesOf(option, current);
  if (takesOptions && current.startsWith('-')) return optionsOf(command, current);
  if (command.commands.length > 0) return operands === 0 ? commandsOf(command) : none;
  const { registeredArguments: known } = command;
  const argument = known[operands] ?? known.findLast(({ variadic }) => variadic);
  return argument ? valuesOf(argument, current) : none;
}

function commandsOf(command: Command): Choices {
  const commands = command.createHelp().visibleCommands(command);
  return {
    words: commands.map((each) => ({ word: each.name(), about: each.description() })),
    files: false,
  };
}

async function optionsOf(command: Command, current: string): Promise<Choices> {
  const [name = '', ...value] = current.split('=');
  if (value.length > 0)
    return valuesBehind(`${name}=`, optionNamed(command, name), value.join('='));
  const options = command.createHelp().visibleOptions(command);
  return {
    words: options.flatMap(({ long, description }) =>
      long ? [{ word: long, about: description }] : [],
    ),
    files: false,
  };
}

async function valuesBehind(
  beginning: string,
  option: Option | undefined,
  current: string,
): Promise<Choices> {
  if (!option?.required) return none;
  const { words, files } = await valuesOf(option, current);
  return { words: words.map(({ word, about }) => ({ word: beginning + word, about })), files };
}

async function valuesOf(taker: Argument | Option, current: string): Promise<Choices> {
  const [placeholder = '', behind] = placeholderOf(taker).split(/[[=\]]+/);
  if (behind && current.includes('=')) return choicesFor(behind);
  const { argChoices } = taker;
  if (argChoices) return { words: argChoices.map((word) => ({ word, about: '' })), files: false };
  return choicesFor(placeholder);
}

/** What stands for the value in the help: `path` of `[path...]`, `file` of `--config <file>`. */
export function placeholderOf(taker: Argument | Option): string {
  if ('flags' in taker) return /<(.+)>$/.exec(taker.flags)?.[1] ?? '';
  return taker.name();
}

/**
 * Whether a word means nothing to a shell. Plans and branches come from others, and one of them may be
 * called what a shell would run.
 */
function isPlain(word: string): boolean {
  return /^[\w./@+,=-]+$/.test(word);
}
