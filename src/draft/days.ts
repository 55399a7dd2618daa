import { planSchema } from '../../schemas/plan.ts';
import { metaAt } from '../../schemas/walk.ts';
import { isDate } from '../lifecycle/dates.ts';
import { byDay } from '../lifecycle/order.ts';
import { formatPath, type Path } from '../lifecycle/paths.ts';
import type { Range } from '../source/text.ts';
import type { Node } from '../source/yaml.ts';

/** A day that a plan writes. */
export interface Day {
  /** Where in the plan, such as `environments.val.created`. */
  readonly place: string;
  /** Where in the text. */
  readonly range: Range;
  readonly date: string;
}

/** All days of a plan, in the order in which they fall. */
export function daysIn(root: Node): Day[] {
  return [...daysBelow(root, [])].sort((a, b) => byDay(a.date, b.date));
}

/** The text with each day as it is given. */
export function withDays(text: string, days: readonly Day[]): string {
  return days
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((written, { range, date }) => {
      return written.slice(0, range.start) + date + written.slice(range.end);
    }, text);
}

function* daysBelow(node: Node, path: Path): Generator<Day> {
  if (node.type === 'map') {
    for (const { name, value } of node.entries) yield* daysBelow(value, [...path, name]);
  }
  if (node.type === 'list') {
    for (const [index, item] of node.items.entries()) yield* daysBelow(item, [...path, index]);
  }
  if (node.type !== 'scalar' || !isDate(node.text)) return;
  // A customer may be called like a day.
  if (metaAt(planSchema(), path).format !== 'date') return;
  yield { place: formatPath(path), range: { start: node.start, end: node.end }, date: node.text };
}
