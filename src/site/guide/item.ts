import type { Moment } from '../../lifecycle/moments.ts';
import { byDay } from '../../lifecycle/order.ts';
import type { Plan } from '../../lifecycle/plan.ts';

/** Something that a plan has for an environment, with its day or days. */
export interface Item {
  readonly text: string;
  /** What the plan adds in its own words. */
  readonly note?: string | undefined;
  /** Undefined where the plan has no day for it. */
  readonly from: Moment | undefined;
  /** The last day, of what takes longer than one. */
  readonly to?: Moment | undefined;
}

/** Where things stand on the status date, in the order in which a page tells of them. */
export const progress = [
  { id: 'done', title: 'Done' },
  { id: 'now', title: 'Going on' },
  { id: 'planned', title: 'Planned' },
  { id: 'open', title: 'No day fixed yet' },
] as const;

export type Progress = (typeof progress)[number]['id'];

/** Whether something is over on the status date, goes on, is planned, or has no day. */
export function progressOf(plan: Plan, { from, to }: Item): Progress {
  if (!from) return 'open';
  if (!plan.hasHappened(from.date)) return 'planned';
  return to && !plan.hasHappened(to.date) ? 'now' : 'done';
}

/** Items in the order of their days; those without one come last. */
export function inOrder(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => byDay(a.from?.date, b.from?.date));
}
