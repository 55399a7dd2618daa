import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { draftPlan, NoRoom } from '../../draft/draft.ts';
import { faultOf, faultOfId, type Question } from '../../draft/questions.ts';
import { loadConfiguration } from '../../lint/configuration-file.ts';
import { lint } from '../../lint/lint.ts';
import { formats } from '../../report/index.ts';
import { defaultPlansFolder, readPlans } from '../../source/discover.ts';
import { reasonOf } from '../../source/failure.ts';
import { readPlan } from '../../source/plan-file.ts';
import { type Answers, ask } from '../ask.ts';
import { type Exit, exit, type Finish } from '../exit.ts';

interface NewOptions extends Partial<Record<Question, string>> {
  readonly config?: string;
  readonly stdout?: true;
}

export function addNew(program: Command, finish: Finish): void {
  program
    .command('new')
    .description('begin a plan: every environment with dates that the rules agree with')
    .argument('[id]', 'the plan’s id, which names its file', checked(faultOfId))
    .option('--customer <name>', 'the customer’s name', answered('customer'))
    .option('--signed <date>', 'day the contract is signed', answered('signed'))
    .option('--go-live <date>', 'day of go-live', answered('goLive'))
    .option(
      '--source-database <name>',
      'legacy volunteer database to migrate, or none',
      answered('sourceDatabase'),
    )
    .option('--config <file>', 'read this configuration (default: waypost.config.yaml)')
    .option('--stdout', 'print the plan instead of writing its file')
    .addHelpText(
      'after',
      '\nOn a terminal, what is not given is asked for. The plan is written to content/plans/<id>.yaml.',
    )
    .action(async (id: string | undefined, { config, stdout, ...options }: NewOptions) => {
      const answers = await complete({ ...options, ...(id !== undefined && { id }) });
      finish(await run(answers, config, stdout ?? false));
    });
}

async function run(answers: Answers, config: string | undefined, print: boolean): Promise<Exit> {
  const { settings } = await loadConfiguration(process.cwd(), config);
  const file = `${defaultPlansFolder}/${answers.id}.yaml`;
  const text = textFor(answers, settings);
  const others = (await readPlans([defaultPlansFolder], process.cwd())).files;
  const plan = readPlan(file, new TextEncoder().encode(text));
  const all = await lint([...others.filter((other) => other.file !== file), plan], { settings });
  const findings = all.filter(({ related, ...place }) => {
    return [place, ...related].some((other) => other.file === file);
  });
  if (findings.length > 0) {
    const checked = { files: [plan, ...others], findings, failed: false };
    process.stderr.write(formats.pretty(checked, { color: false }));
    throw new Error('No plan is written: with these answers it would not be in order.');
  }
  if (print) process.stdout.write(text);
  else await create(file, text);
  return exit.ok;
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

/** Writes a file that is not there yet. */
async function create(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(join(process.cwd(), file)), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw new Error(`Cannot write ${file}: ${reasonOf(error)}`, { cause: error });
  }
  process.stderr.write(`${file} is written, and in order. Correct its dates as they are agreed.\n`);
}

async function complete(known: Partial<Answers>): Promise<Answers> {
  if (isComplete(known)) return known;
  if (process.stdin.isTTY && process.stderr.isTTY) {
    return await ask(known, { input: process.stdin, output: process.stderr });
  }
  const missing = needed.filter((name) => known[name] === undefined).map((name) => flags[name]);
  throw new Error(
    `A new plan needs ${missing.join(', ')}: give them, or run the command on a terminal to be asked`,
  );
}

const flags: Record<keyof Answers, string> = {
  id: 'an id',
  customer: '--customer',
  signed: '--signed',
  goLive: '--go-live',
  sourceDatabase: '--source-database',
};

const needed = Object.keys(flags) as (keyof Answers)[];

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
