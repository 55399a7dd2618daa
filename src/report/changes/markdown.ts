import type { PhrasingContent, RootContent } from 'mdast';
import { environmentDiagram, type Marks } from '../../diagram/environments/index.ts';
import { type ChangedPlan, inOneLine, type PlanChange } from '../../diff/index.ts';
import { parsePath } from '../../lifecycle/paths.ts';
import { counted, inWords, printable } from '../../lifecycle/words.ts';
import { inert } from '../markdown/inert.ts';
import { code, emphasis, heading, list, paragraph, strong, text } from '../markdown/nodes.ts';
import { phrases } from '../markdown/phrases.ts';
import { writeMarkdown } from '../markdown/write.ts';
import { type Compared, fatesOf, isFirst, type Side, summaryOf } from './report.ts';

/** The longest comment that GitHub takes, in characters. */
export const longestComment = 65_536;

/** What is kept free for the sentence about what is left out. */
const reserve = 1_200;

/** How many plans that are left out are named. */
const namedPlans = 20;

/** For a comment on a pull request, as short as GitHub wants it. Text of plans stays text. */
export function markdown(compared: Compared): string {
  const head = writeMarkdown(headOf(compared));
  const sections: string[] = [];
  const leftOut: string[] = [];
  let room = longestComment - reserve - head.length;
  for (const plan of byWeight(compared.plans)) {
    const section = longestOf(plan, room - 1);
    if (section === undefined) leftOut.push(plan.customer);
    else sections.push(section);
    room -= section === undefined ? 0 : section.length + 1;
  }
  const parts = [
    head,
    ...sections,
    ...(leftOut.length > 0 ? [writeMarkdown(leftOutOf(leftOut))] : []),
  ];
  return parts.join('\n');
}

function headOf(compared: Compared): RootContent[] {
  const { plans, changes, first } = summaryOf(compared);
  const title = heading(2, [text('Changes to plans')]);
  if (plans === 0) return [title, paragraph(text('No plan was compared.'))];
  const where = [text(' from '), ...shown(compared.before), text(' to '), ...shown(compared.after)];
  if (changes === 0) {
    const unchanged = text(`${counted(plans, 'plan')}, nothing changed`);
    return [title, paragraph(unchanged, ...where, text('.'))];
  }
  const marked = first > 0 ? `, ${first} to be looked at first` : '';
  const numbers = `: ${counted(changes, 'change')}${marked}.`;
  return [title, paragraph(strong(text(fatesOf(compared))), ...where, text(numbers))];
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
  return writeMarkdown([...titleOf(plan), ...changesOf(plan.changes), ...diagramOf(plan)]);
}

function withoutDiagram(plan: ChangedPlan): string {
  const diagram = diagramOf(plan).length > 0 ? [leftOutHere('The environment diagram')] : [];
  return writeMarkdown([...titleOf(plan), ...changesOf(plan.changes), ...diagram]);
}

/** Ever fewer changes: what is to be looked at first stands before the others anyway. */
function* shortened(plan: ChangedPlan): Generator<string> {
  const { changes } = plan;
  for (const length of [300, 100, 30, 10, 3, 0]) {
    if (length >= changes.length) continue;
    const rest = counted(changes.length - length, 'further change');
    yield writeMarkdown([
      ...titleOf(plan),
      ...changesOf(changes.slice(0, length)),
      leftOutHere(rest),
    ]);
  }
}

function titleOf({ customer, status, before, after }: ChangedPlan): RootContent[] {
  const file = printable(after?.file ?? before?.file ?? '');
  const fate = status === 'changed' ? '' : `, ${status}`;
  return [heading(3, [text(inert(printable(customer)) + fate)]), paragraph(code(file))];
}

function changesOf(changes: readonly PlanChange[]): RootContent[] {
  const first = changes.filter(isFirst);
  const others = changes.filter((change) => !isFirst(change));
  if (first.length === 0) return others.length > 0 ? [listOf(others)] : [];
  return [
    paragraph(strong(text('To be looked at first'))),
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
    paragraph(
      strong(text(`${counted(customers.length, 'changed plan')} left out`)),
      text(`: ${who}. A comment on GitHub has at most 65,536 characters; `),
      code('waypost diff'),
      text(' shows everything.'),
    ),
  ];
}

function leftOutHere(what: string): RootContent {
  return paragraph(emphasis(text(`${what} left out for the length of this comment.`)));
}

/** Folded away; the blank lines that Markdown needs within HTML stand between blocks anyway. */
function details(summary: string, children: RootContent[]): RootContent[] {
  return [
    { type: 'html', value: `<details>\n<summary>${summary}</summary>` },
    ...children,
    { type: 'html', value: '</details>' },
  ];
}

function listOf(changes: readonly PlanChange[]): RootContent {
  return list(changes.map((change) => [paragraph(...phrases(inOneLine(change)))]));
}

function shown({ name, commit }: Side): PhrasingContent[] {
  const named = code(printable(name));
  return commit === null ? [named] : [named, text(` (${commit.slice(0, 10)})`)];
}
