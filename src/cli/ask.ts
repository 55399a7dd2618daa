import type { Readable, Writable } from 'node:stream';
import { faultOf, faultOfId, type Question, questions, wordsOf } from '../draft/questions.ts';

/** Where questions are asked, and answered. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

export type Answers = Readonly<Record<Question, string>> & { readonly id: string };

/** Asks for all that is not known yet. */
export async function ask(known: Partial<Answers>, terminal: Terminal): Promise<Answers> {
  const { input } = await import('@inquirer/prompts');
  const question = (message: string, faultIn: (answer: string) => string | undefined) =>
    input({ message, validate: (answer) => faultIn(answer) ?? true }, terminal);
  const answers: Partial<Record<keyof Answers, string>> = { ...known };
  answers.id ??= await question('Id of the plan', faultOfId);
  for (const name of questionNames) {
    answers[name] ??= await question(wordsOf(name), (answer) => faultOf(name, answer));
  }
  return answers as Answers;
}

const questionNames = Object.keys(questions) as Question[];
