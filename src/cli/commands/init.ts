import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { printable } from '../../lifecycle/words.ts';
import { defaultPlansFolder } from '../../source/discover.ts';
import { codeOf, reasonOf } from '../../source/failure.ts';
import { version } from '../../version.ts';
import { type Answers, askForService } from '../ask.ts';
import { create } from '../create.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { addPlanOptions, complete, newPlan, type PlanOptions, planId } from '../new-plan.ts';
import { folderInRepository } from '../repository.ts';
import { shellWord } from '../shell-word.ts';
import { type Service, services, starterFiles } from '../starter.ts';

interface InitOptions extends PlanOptions {
  readonly ci?: Service;
  readonly plan?: string;
  readonly example?: true;
}

export function addInit(program: Command, finish: Finish): void {
  const command = program
    .command('init')
    .description('begin a repository of plans; no file that is there is changed')
    .argument('[folder]', 'where it begins', '.')
    .addOption(new Option('--ci <service>', 'what checks each pull request').choices(services))
    .option('--example', 'begin with the plan of a made-up customer')
    .option('--plan <id>', 'id of the first plan, which names its file', planId);
  addPlanOptions(command)
    .addHelpText('after', '\nOn a terminal, what is not given is asked for.')
    .action(async (folder: string, options: InitOptions) => finish(await run(folder, options)));
}

async function run(folder: string, options: InitOptions): Promise<Exit> {
  const service = options.ci ?? (await serviceAskedFor());
  const answers = (await hasPlans(folder)) ? undefined : await answersOf(options);
  await enter(folder);
  const files = [...starterFiles(service), ...(answers ? [await newPlan(answers)] : [])];
  const written: string[] = [];
  const left: string[] = [];
  try {
    for (const { file, text } of files) ((await isCreated(file, text)) ? written : left).push(file);
  } finally {
    tell('Written:', written);
    tell('Left as they were:', left);
  }
  if (written.length === 0) {
    process.stderr.write('Everything is there already, and nothing is changed.\n');
    return exit.failure;
  }
  if (service !== 'none' && folderInRepository(process.cwd()) !== '') {
    process.stderr.write(
      `This folder is not the root of its repository, where ${names[service]} looks for what to do: move its file there, and have it run in this folder.\n`,
    );
  }
  const steps = [
    ...(folder === '.' ? [] : [`cd ${shellWord(folder)}`]),
    ...installation(written.includes('package.json')),
    'npx --no waypost lint',
  ];
  process.stderr.write(`Next:\n${steps.map((step) => `  ${step}\n`).join('')}`);
  return exit.ok;
}

/** @param isNew whether the package.json is ours, and names the version */
function installation(isNew: boolean): string[] {
  if (isNew) return ['npm install'];
  if (existsSync('node_modules/waypost')) return [];
  return [`npm install --save-dev --save-exact waypost@${version()}`];
}

const names = { github: 'GitHub', gitlab: 'GitLab' } as const;

/** All that a command does is done in the folder in which it runs. */
async function enter(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    process.chdir(folder);
  } catch (error) {
    const reason = reasonOf(error);
    throw new Error(`Cannot begin in ${printable(folder)}: ${reason}`, { cause: error });
  }
}

async function serviceAskedFor(): Promise<Service> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'none';
  return askForService({ input: process.stdin, output: process.stderr });
}

/** Where there are plans already, none is needed to begin with. */
async function hasPlans(folder: string): Promise<boolean> {
  const names = await readdir(join(folder, defaultPlansFolder)).catch(() => []);
  return names.length > 0;
}

async function answersOf({ ci, plan, example: isExample, ...known }: InitOptions) {
  const given = { ...known, ...(plan !== undefined && { id: plan }) };
  if (isExample) return { ...example, ...given };
  return complete(given, '--plan', ', or begin with --example');
}

const example: Answers = {
  id: 'example',
  customer: 'Example Research Unit',
  signed: '2026-03-02',
  goLive: '2026-09-01',
  sourceDatabase: 'none',
};

/** @returns false where there is such a file already, which is left as it is */
async function isCreated(file: string, text: string): Promise<boolean> {
  try {
    await create(file, text);
    return true;
  } catch (error) {
    if (error instanceof Error && codeOf(error.cause) === 'EEXIST') return false;
    throw error;
  }
}

function tell(title: string, files: readonly string[]): void {
  if (files.length === 0) return;
  process.stderr.write(`${title}\n${files.map((file) => `  ${file}\n`).join('')}`);
}
