import { type Command, InvalidArgumentError } from 'commander';
import { draftPlan, NoRoom } from '../draft/draft.ts';
import { faultOf, faultOfId, type Question } from '../draft/questions.ts';
import { loadConfiguration } from '../lint/configuration-file.ts';
import { lint } from '../lint/lint.ts';
import { pretty } from '../report/pretty.ts';
import { defaultPlansFolder, readPlans } from '../source/discover.ts';
import { readPlan } from '../source/plan-file.ts';
import { type Answers, ask } from './ask.ts';
import { isAbout } from './check.ts';

/** A plan that is not written yet. */
export interface NewPlan {
  /** Where it belongs, from the folder in which the command runs. */
  readonly file: string;
  readonly text: string;
}

/** What is known of a new plan from the command line. */
export type PlanOptions = Partial<Record<Question, string>>;

/** Adds the options that answer the questions on a new plan. */
export function addPlanOptions(command: Command): Command {
  return command
    .option('--customer <name>', 'the customer’s name', answered('customer'))
    .option('--signed <date>', 'day the contract is signed', answered('signed'))
    .option('--go-live <date>', 'day of go-live', answered('goLive'))
    .option(
      '--source-database <name>',
      'legacy volunteer database to migrate, or none',
      answered('sourceDatabase'),
    );
}

/** Takes the id of a new plan from the command line. */
export const planId = checked(faultOfId);

/**
 * Makes a plan that is in order beside those which are there already.
 *
 * @param configuration path of the configuration; the folder's own when left out
 * @throws Error that says what is in the way
 */
export async function newPlan(answers: Answers, configuration?: string): Promise<NewPlan> {
  const { settings } = await loadConfiguration(process.cwd(), configuration);
  const file = `${defaultPlansFolder}/${answers.id}.yaml`;
  const text = textFor(answers, settings);
  const others = (await readPlans([defaultPlansFolder], process.cwd())).files;
  const plan = readPlan(file, new TextEncoder().encode(text));
  const all = await lint([...others.filter((other) => other.file !== file), plan], { settings });
  const findings = all.filter((finding) => isAbout(finding, new Set([file])));
  if (findings.length === 0) return { file, text };
  const checked = { files: [plan, ...others], findings, failed: false };
  process.stderr.write(pretty(checked, { color: false }));
  throw new Error('No plan is written: with these answers it would not be in order.');
}

/** @throws Error that names the chain of rules, where there is no room between the dates */
function textFor(answers: Answers, settings: Parameters<typeof draftPlan>[2]): string {
  const { id, customer, signed, goLive, sourceDatabase } = answers;
  const database = sourceDatabase.trim().toLowerCase() === 'none' ? undefined : sourceDatabase;
  try {
    return draftPlan(id, { customer, signed, goLive, sourceDatabase: database }, settings);
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    const chain = error.chain.map((sentence) => `  - ${sentence}`);
    throw new Error(
      [
        `${error.message}, for these cannot all hold:`,
        ...chain,
        'Choose a later day of go-live, or an earlier contract.',
      ].join('\n'),
    );
  }
}

/**
 * All answers, asked for on a terminal where they are not known.
 *
 * @param id how the command line gives the id
 * @param otherwise what else can be done where nobody can be asked
 * @throws Error that names what is missing, where nobody can be asked
 */
export async function complete(
  known: Partial<Answers>,
  id = 'an id',
  otherwise = '',
): Promise<Answers> {
  if (isComplete(known)) return known;
  if (process.stdin.isTTY && process.stderr.isTTY) {
    return await ask(known, { input: process.stdin, output: process.stderr });
  }
  const flags: Answers = { ...options, id };
  const missing = needed.filter((name) => known[name] === undefined).map((name) => flags[name]);
  throw new Error(
    `A new plan needs ${missing.join(', ')}: give them, or run the command on a terminal to be asked${otherwise}`,
  );
}

const options: Record<Question, string> = {
  customer: '--customer',
  signed: '--signed',
  goLive: '--go-live',
  sourceDatabase: '--source-database',
};

const needed = ['id', ...Object.keys(options)] as (keyof Answers)[];

function isComplete(known: Partial<Answers>): known is Answers {
  return needed.every((name) => known[name] !== undefined);
}

function answered(question: Question) {
  return checked((answer) => faultOf(question, answer));
}

function checked(faultIn: (answer: string) => string | undefined) {
  return (answer: string) => {
    const fault = faultIn(answer);
    if (fault !== undefined) throw new InvalidArgumentError(`${fault}.`);
    return answer;
  };
}
