import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isPlanId } from '../../../schemas/environments.ts';
import { Repository } from '../../git/repository.ts';
import { rules } from '../../rules/index.ts';
import { defaultPlansFolder } from '../../source/discover.ts';
import { idOf, kindOfFile } from '../../source/plan-file.ts';

/** A word that a shell may put in, and what it is. */
export interface Suggestion {
  readonly word: string;
  readonly about: string;
}

/** What may stand somewhere in a command line. */
export interface Choices {
  readonly words: readonly Suggestion[];
  /** Whether the path of a file may, too: the shell knows best how to complete that. */
  readonly files: boolean;
}

/** Where nobody can tell what somebody will write. */
export const none: Choices = { words: [], files: false };

/** What the placeholders stand for that the help has for operands and the values of options. */
const meanings: Readonly<Record<string, () => Choices | Promise<Choices>>> = {
  file: () => ({ words: [], files: true }),
  folder: () => ({ words: [], files: true }),
  path: () => ({ words: plans().map((word) => ({ word, about: '' })), files: true }),
  plan: () => ({ words: plans().map(planId), files: true }),
  report: () => ({ words: [], files: true }),
  rule: () => ({ words: rules.map(({ id, title }) => ({ word: id, about: title })), files: false }),
  revision: async () => ({ words: await revisions(), files: false }),
  'revision-or-path': async () => ({ words: await revisions(), files: true }),
  date: () => none,
  id: () => none,
  name: () => none,
  number: () => none,
  'number/count': () => none,
  word: () => none,
};

/** What may be written where the help has a placeholder. */
export async function choicesFor(placeholder: string): Promise<Choices> {
  return (await meanings[placeholder]?.()) ?? none;
}

/** Whether it has been said what a placeholder stands for. */
export function isKnown(placeholder: string): boolean {
  return Object.hasOwn(meanings, placeholder);
}

/** The files of plans in their folder, by their names alone: nothing is read. */
function plans(): string[] {
  try {
    return readdirSync(defaultPlansFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && kindOfFile(entry.name) && isPlanId(idOf(entry.name)))
      .map(({ parentPath, name }) => relative('', join(parentPath, name)))
      .sort();
  } catch {
    return [];
  }
}

function planId(file: string): Suggestion {
  return { word: idOf(file), about: file };
}

async function revisions(): Promise<Suggestion[]> {
  try {
    const names = await (await Repository.at(process.cwd())).names();
    return ['HEAD', ...names].map((word) => ({ word, about: '' }));
  } catch {
    return [];
  }
}
