import type { List, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { environmentDiagram, type Marks } from '../../diagram/environments/index.ts';
import { type ChangedPlan, inOneLine, type PlanChange } from '../../diff/index.ts';
import { parsePath } from '../../lifecycle/paths.ts';
import { stretches } from '../../lifecycle/stretches.ts';
import { counted, inWords, printable } from '../../lifecycle/words.ts';
import { inert } from './inert.ts';
import { type Compared, fatesOf, isFirst, type Side, summaryOf } from './report.ts';

/** The longest comment that GitHub takes, in characters. */
export const longestComment = 65_536;

/** What is kept free for the sentence about what is left out. */
const reserve = 1_200;

/** How many plans that are left out are named. */
const namedPlans = 20;

/** For a comment on a pull request, as short as GitHub wants it. Text of plans stays text. */
export function markdown(compared: Compared): string {
  const head = write(headOf(compared));
  const sections: string[] = [];
  const leftOut: string[] = [];
  let room = longestComment - reserve - head.length;
  for (const plan of byWeight(compared.plans)) {
    const section = longestOf(plan, room - 1);
    if (section === undefined) leftOut.push(plan.customer);
    else sections.push(section);
    room -= section === undefined ? 0 : section.length + 1;
  }
  const parts = [head, ...sections, ...(leftOut.length > 0 ? [write(leftOutOf(leftOut))] : [])];
  return parts.join('\n');
}

const processor = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', fences: true, rule: '-' })
  .freeze();

function write(children: RootContent[]): string {
  return processor.stringify({ type: 'root', children });
}

function headOf(compared: Compared): RootContent[] {
  const { plans, changes, first } = summaryOf(compared);
  const where = [
    ...text(' from '),
    ...shown(compared.before),
    ...text(' to '),
    ...shown(compared.after),
  ];
  const heading: RootContent = { type: 'heading', depth: 2, children: text('Changes to plans') };
  if (plans === 0) return [heading, paragraph(text('No plan was compared.'))];
  if (changes === 0) {
    return [
      heading,
      paragraph([...text(`${counted(plans, 'plan')}, nothing changed`), ...where, ...text('.')]),
    ];
  }
  const marked = first > 0 ? `, ${first} to be looked at first` : '';
  const numbers = `: ${counted(changes, 'change')}${marked}.`;
  return [heading, paragraph([strong(fatesOf(compared)), ...where, ...text(numbers)])];
}

/** The plans with something to be looked at first come first. */
function byWeight(plans: readonly ChangedPlan[]): ChangedPlan[] {
  const rank = ({ changes }: ChangedPlan) => (changes.some(isFirst) ? 0 : 1);
  return plans.toSorted((a, b) => rank(a) - rank(b));
}

/** As much of a plan as there is room for; undefined where there is none. */
function longestOf(plan: ChangedPlan, room: number): string | undefined {
  const ways = [() => [full(plan)], () => [withoutDiagram(plan)], () => shortened(plan)];
  for (const way of ways) for (const text of way()) if (text.length <= room) return text;
  return undefined;
}

function full(plan: ChangedPlan): string {
  return write([...titleOf(plan), ...changesOf(plan.changes), ...diagramOf(plan)]);
}

function withoutDiagram(plan: ChangedPlan): string {
  const diagram = diagramOf(plan).length > 0 ? [leftOutHere('The environment diagram')] : [];
  return write([...titleOf(plan), ...changesOf(plan.changes), ...diagram]);
}

/** Ever fewer changes: what is to be looked at first stands before the others anyway. */
function* shortened(plan: ChangedPlan): Generator<string> {
  const { changes } = plan;
  for (const length of [300, 100, 30, 10, 3, 0]) {
    if (length >= changes.length) continue;
    const rest = counted(changes.length - length, 'further change');
    yield write([...titleOf(plan), ...changesOf(changes.slice(0, length)), leftOutHere(rest)]);
  }
}

function titleOf({ customer, status, before, after }: ChangedPlan): RootContent[] {
  const file = printable(after?.file ?? before?.file ?? '');
  const fate = status === 'changed' ? '' : `, ${status}`;
  return [
    {
      type: 'heading',
      depth: 3,
      children: [...text(inert(printable(customer))), ...text(fate)],
    },
    paragraph([{ type: 'inlineCode', value: file }]),
  ];
}

function changesOf(changes: readonly PlanChange[]): RootContent[] {
  const first = changes.filter(isFirst);
  const others = changes.filter((change) => !isFirst(change));
  if (first.length === 0) return others.length > 0 ? [listOf(others)] : [];
  return [
    paragraph([strong('To be looked at first')]),
    listOf(first),
    ...(others.length > 0
      ? details(counted(others.length, 'further change'), [listOf(others)])
      : []),
  ];
}

/** The environments of the later version, where something about environments has changed. */
function diagramOf({ after, changes }: ChangedPlan): RootContent[] {
  const plan = after?.plan;
  const marks = marksOf(changes);
  if (!plan || !marks || plan.allEnvironments.length === 0) return [];
  const value = environmentDiagram(plan, { marks, linked: false }).trimEnd();
  return details('Environments after the change', [{ type: 'code', lang: 'mermaid', value }]);
}

/** @returns undefined where nothing about environments has changed */
function marksOf(changes: readonly PlanChange[]): Marks | undefined {
  const marks = new Map<string, 'new' | 'changed'>();
  let concerned = false;
  for (const { path, type, topic } of changes) {
    const [block, id, instance, ...rest] = parsePath(path ?? '') ?? [];
    if (block !== 'environments' || typeof id !== 'string' || topic === 'finding') continue;
    concerned = true;
    const isInstance = instance === 'main' || instance === 'test';
    const reference = isInstance ? `${id}.${instance}` : id;
    const isWhole = instance === undefined || (isInstance && rest.length === 0);
    if (type === 'removed' && isWhole) continue;
    const mark = type === 'added' && isWhole ? 'new' : 'changed';
    if (marks.get(reference) !== 'new') marks.set(reference, mark);
  }
  return concerned ? marks : undefined;
}

function leftOutOf(customers: readonly string[]): RootContent[] {
  const names = customers.slice(0, namedPlans).map((name) => inert(printable(name)));
  const more = customers.length - names.length;
  const who = inWords(more > 0 ? [...names, `${more} more`] : names);
  return [
    paragraph([
      strong(`${counted(customers.length, 'changed plan')} left out`),
      ...text(': '),
      ...text(who),
      ...text('. A comment on GitHub has at most 65,536 characters; '),
      { type: 'inlineCode', value: 'waypost diff' },
      ...text(' shows everything.'),
    ]),
  ];
}

function leftOutHere(what: string): RootContent {
  return paragraph([
    { type: 'emphasis', children: text(`${what} left out for the length of this comment.`) },
  ]);
}

/** Folded away; the blank lines that Markdown needs within HTML stand between blocks anyway. */
function details(summary: string, children: RootContent[]): RootContent[] {
  return [
    { type: 'html', value: `<details>\n<summary>${summary}</summary>` },
    ...children,
    { type: 'html', value: '</details>' },
  ];
}

function listOf(changes: readonly PlanChange[]): List {
  return {
    type: 'list',
    spread: false,
    children: changes.map((change) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(phrases(inOneLine(change)))],
    })),
  };
}

/** A message; what stands in back quotes is code, in which nothing means anything. */
function phrases(message: string): PhrasingContent[] {
  return stretches(message).flatMap((stretch) =>
    stretch.code
      ? [{ type: 'inlineCode' as const, value: stretch.text }]
      : text(inert(stretch.text)),
  );
}

function shown({ name, commit }: Side): PhrasingContent[] {
  const value = printable(name);
  if (commit === null) return [{ type: 'inlineCode', value }];
  return [{ type: 'inlineCode', value }, ...text(` (${commit.slice(0, 10)})`)];
}

function paragraph(children: PhrasingContent[]): RootContent & { type: 'paragraph' } {
  return { type: 'paragraph', children };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: text(value) };
}

function text(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
