import type { Environment } from '../../lifecycle/environment.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { inWords } from '../../lifecycle/words.ts';
import { fullDate } from '../dates.ts';
import { visibleText } from '../visible-text.ts';
import { boxOf } from './boxes.ts';
import { type Passage, passagesOf } from './edges.ts';
import { lifeInWords, stateInWords } from './facts.ts';
import {
  type Box,
  type Direction,
  type Edge,
  type Flowchart,
  writeFlowchart,
} from './flowchart.ts';
import { legendOf, type Sign } from './legend.ts';
import { type Marks, marked } from './marks.ts';
import { boxIds, shownName } from './names.ts';

/** How the diagram is laid out. */
export interface EnvironmentDiagramOptions {
  /** From left to right, or from top to bottom for narrow places. */
  readonly direction?: Direction;
  /** What has changed: a word on each box, and a look of its own, where there is no style sheet. */
  readonly marks?: Marks;
  /** Whether boxes lead to sections of the plan's page; they do unless one says otherwise. */
  readonly linked?: boolean;
}

/**
 * A customer's environments as a mermaid flowchart: where each stands on the status date, what it
 * came from, and whether it is under change control.
 *
 * @returns mermaid text; the same for the same plan
 */
export function environmentDiagram(
  plan: Plan,
  { direction = 'LR', marks, linked = true }: EnvironmentDiagramOptions = {},
): string {
  const chart = environmentChart(plan, { direction });
  const boxes = chart.boxes.map((box) => (linked ? box : withoutLinks(box)));
  return writeFlowchart(marks ? marked({ ...chart, boxes }, plan, marks) : { ...chart, boxes });
}

/** What the signs in a customer's environment diagram mean; the same in both directions. */
export function environmentLegend(plan: Plan): Sign[] {
  return legendOf(environmentChart(plan));
}

/** The same as data, to be drawn. */
export function environmentChart(
  plan: Plan,
  { direction = 'LR' }: EnvironmentDiagramOptions = {},
): Flowchart {
  const ids = boxIds(plan.allEnvironments);
  const passages = passagesOf(plan);
  return {
    title: `Environments of ${visibleText(plan.customer)}`,
    description: describe(plan, passages),
    direction,
    boxes: [...ids].map(([environment, id]) => boxOf(plan, environment, id)),
    edges: passages.flatMap((passage) => edgeOf(passage, ids, direction)),
    behind: direction === 'TB' ? sharedBehindOwn(ids) : [],
  };
}

/** From top to bottom, IQVIA's environments would stand beside the customer's and widen the drawing. */
function sharedBehindOwn(ids: ReadonlyMap<Environment, string>) {
  const own = [...ids].filter(([{ kind }]) => kind?.owner === 'customer');
  const last = own.findLast(([{ kind }]) => kind?.id === 'prod') ?? own.at(-1);
  const shared = [...ids].filter(([{ kind }]) => kind?.owner === 'iqvia');
  return last ? shared.map(([, box]) => ({ box, last: last[1] })) : [];
}

function withoutLinks({ link, boxes, ...box }: Box): Box {
  return boxes ? { ...box, boxes: boxes.map(withoutLinks) } : box;
}

/** The diagram in sentences, for those who cannot see it. */
function describe(plan: Plan, passages: readonly Passage[]): string {
  const { statusDate } = plan.facts;
  const lives = plan.allEnvironments.map((environment) => {
    const dates = lifeInWords(plan, environment);
    const words = [stateInWords(plan, environment), ...(dates === undefined ? [] : [dates])];
    return `${shownName(environment)}: ${words.join(', ')}.`;
  });
  const ways = passages.map(
    ({ from, to, lines, when = [] }) =>
      `${shownName(from)} to ${shownName(to)}: ${[...lines, ...when].join(' ')}.`,
  );
  const controlled = plan.allEnvironments.filter(({ kind }) => kind?.controlled).map(shownName);
  return [
    statusDate === undefined ? 'No status date is given.' : `As of ${fullDate(statusDate)}.`,
    ...lives,
    ...ways,
    ...(controlled.length > 0 ? [`Under change control: ${inWords(controlled)}.`] : []),
  ].join(' ');
}

function edgeOf(
  { kind, from, to, lines, when = [] }: Passage,
  ids: ReadonlyMap<Environment, string>,
  direction: Direction,
): Edge[] {
  const [start, end] = [ids.get(from), ids.get(to)];
  if (!start || !end) return [];
  const label = direction === 'LR' ? inLongLines(lines, when) : [...lines, ...when];
  return [{ kind, from: start, to: end, lines: label }];
}

/** From left to right there is room for long labels and not for high ones; from top to bottom it is the other way. */
function inLongLines(lines: readonly string[], when: readonly string[]): readonly string[] {
  const [first, second, third] = when;
  if (first === undefined || second === undefined) return [...lines, ...when];
  if (third === undefined) return [...lines, `${first} ${second}`];
  return [...lines.slice(0, -2), lines.slice(-2).join(' '), `${first} ${second}`, third];
}
