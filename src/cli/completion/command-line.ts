import type { Command, Option } from 'commander';

/** What a command line asks for next. */
export interface Next {
  readonly command: Command;
  /** The option that waits for its value. */
  readonly option: Option | undefined;
  /** How many operands the command has been given. */
  readonly operands: number;
  /** Whether what begins with a dash is still an option. */
  readonly takesOptions: boolean;
}

/**
 * Reads a command line that is not finished, as the program would.
 *
 * @param words what follows the program's name, all of them complete
 */
export function readCommandLine(program: Command, words: readonly string[]): Next {
  let next: Next = { command: program, option: undefined, operands: 0, takesOptions: true };
  for (const word of words) next = after(next, word);
  return next;
}

function after(next: Next, word: string): Next {
  if (next.option) return { ...next, option: undefined };
  if (next.takesOptions && word === '--') return { ...next, takesOptions: false };
  if (next.takesOptions && word.startsWith('-')) {
    const option = optionNamed(next.command, word);
    return option?.required ? { ...next, option } : next;
  }
  const command = next.command.commands.find((each) => each.name() === word);
  if (command && next.operands === 0) return { ...next, command };
  return { ...next, operands: next.operands + 1 };
}

/** An option by its name; what has an equals sign in it, has its value as well. */
export function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ long, short }) => long === name || short === name);
}
