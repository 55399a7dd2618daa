import { type Command, Option } from 'commander';
import type { Plan } from '../../lifecycle/plan.ts';
import { escaped } from '../../lifecycle/words.ts';
import { lint } from '../../lint/lint.ts';
import type { PlanFile } from '../../source/plan-file.ts';
import { type Exit, exit, type Finish } from '../exit.ts';
import { output } from '../output.ts';
import { planNamed } from '../plan.ts';
import { shellWord } from '../shell-word.ts';

interface DiagramOptions {
  readonly kind: 'environments' | 'timeline';
  readonly format?: 'mermaid' | 'svg';
  readonly outputFile?: string;
}

export function addDiagram(program: Command, finish: Finish): void {
  program
    .command('diagram')
    .description('draw the environments of a plan, or its timeline')
    .argument('<plan>', 'the plan’s file, or the id of a plan in content/plans')
    .addOption(
      new Option('--kind <kind>', 'what to draw')
        .choices(['environments', 'timeline'])
        .default('environments'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'mermaid text, or an SVG file of its own (default: mermaid; a timeline is always SVG)',
      ).choices(['mermaid', 'svg']),
    )
    .option('--output-file <file>', 'write the diagram to a file')
    .action(async (name: string, options: DiagramOptions) => finish(await run(name, options)));
}

async function run(name: string, options: DiagramOptions): Promise<Exit> {
  const { kind, format = kind === 'timeline' ? 'svg' : 'mermaid', outputFile } = options;
  if (kind === 'timeline' && format === 'mermaid') {
    process.stderr.write(
      'A timeline cannot be drawn as mermaid text, which has no marks: take --format svg.\n',
    );
    return exit.failure;
  }
  const file = await planNamed(name);
  if (!file.plan) {
    process.stderr.write(`${await unreadable(file)}\n`);
    return exit.failure;
  }
  if (file.problems.length > 0) process.stderr.write(`${incomplete(file)}\n`);
  await output(await draw(file.file, file.plan, kind, format), outputFile, 'the diagram');
  return exit.ok;
}

async function draw(
  file: string,
  plan: Plan,
  kind: DiagramOptions['kind'],
  format: 'mermaid' | 'svg',
): Promise<string> {
  // Each kind loads only what it needs: fonts, mermaid and a DOM take their time.
  if (kind === 'timeline') return drawTimeline(file, plan);
  const { environmentDiagram } = await import('../../diagram/environments/index.ts');
  const text = environmentDiagram(plan);
  return format === 'mermaid' ? text : drawEnvironments(file, text);
}

async function drawTimeline(file: string, plan: Plan): Promise<string> {
  const { timelineExcess, timelineSvg } = await import('../../diagram/timeline/index.ts');
  const { standAlone } = await import('../../diagram/stand-alone.ts');
  const excess = timelineExcess(plan);
  if (excess === undefined) return standAlone(timelineSvg(plan), 'timeline');
  throw new Error(
    `The timeline of ${escaped(file)} is not drawn: ${excess}. The page of the plan, which \`npx --no waypost build\` ` +
      'makes, has all dates in a table.',
  );
}

async function drawEnvironments(file: string, text: string): Promise<string> {
  const { MermaidError } = await import('../../diagram/mermaid/error.ts');
  const { renderMermaid } = await import('../../diagram/mermaid/render.ts');
  const { standAlone } = await import('../../diagram/stand-alone.ts');
  try {
    return standAlone(await renderMermaid(text, { id: 'environments' }), 'diagram');
  } catch (error) {
    if (!(error instanceof MermaidError) || error.problem !== 'too-large') throw error;
    throw new Error(
      `The environments of ${escaped(file)} are not drawn. ${error.message}. \`--format mermaid\` gives its text, and the ` +
        'page of the plan, which `npx --no waypost build` makes, has all environments in a table.',
      { cause: error },
    );
  }
}

/** Why there is nothing to draw: what the linter says of the place where reading ended. */
async function unreadable(file: PlanFile): Promise<string> {
  const findings = (await lint([file])).filter(({ severity }) => severity === 'error');
  const said = findings.map(
    ({ line, column, message }) => `${escaped(file.file)}:${line}:${column} ${message}`,
  );
  return [...said, 'The data of this plan cannot be read, so there is nothing to draw.'].join('\n');
}

function incomplete({ file, problems }: PlanFile): string {
  const count = problems.length === 1 ? 'one place' : `${problems.length} places`;
  return `${escaped(file)} has ${count} that cannot be read, and the diagram leaves out what is there: \`npx --no waypost lint ${shellWord(file)}\` tells more.`;
}
