import type { Readable, Writable } from 'node:stream';
import { faultOf, faultOfId, type Question, questions, wordsOf } from '../draft/questions.ts';
import type { Service } from './starter.ts';

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

/** Asks what is to check the plans. */
export async function askForService(terminal: Terminal): Promise<Service> {
  const { select } = await import('@inquirer/prompts');
  const choices = [
    { value: 'github', name: 'GitHub Actions' },
    { value: 'gitlab', name: 'GitLab CI/CD' },
    { value: 'none', name: 'nothing, or something else' },
  ] as const;
  return select<Service>({ message: 'What checks each pull request?', choices }, terminal);
}

const questionNames = Object.keys(questions) as Question[];
