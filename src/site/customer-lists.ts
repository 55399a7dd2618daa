import { nextEventOf } from '../lifecycle/events.ts';
import { byDay } from '../lifecycle/order.ts';
import { type Phase, phaseOf, phases } from '../lifecycle/phase.ts';
import { type ListPage, pageSize, pagesOf } from './paging.ts';
import type { Entry } from './portfolio.ts';

/** Of a plan that cannot be read, or does not say when it was true, nobody knows the phase. */
const unknown: Phase = {
  id: 'unknown',
  name: 'Unknown',
  summary: 'The plan cannot be read, or does not say when it was last true',
};

/** The phases that customers are listed under. */
export const listedPhases: readonly Phase[] = [...phases, unknown];

/** The phase that a customer is listed under. */
export function listedPhaseOf({ plan }: Entry): Phase {
  return (plan && phaseOf(plan)) ?? unknown;
}

/** The phases that customers are in, in order, with how many are. */
export function countedPhases(
  entries: readonly Entry[],
): { readonly phase: Phase; readonly count: number }[] {
  const ids = entries.map((entry) => listedPhaseOf(entry).id);
  return listedPhases
    .map((phase) => ({ phase, count: ids.filter((id) => id === phase.id).length }))
    .filter(({ count }) => count > 0);
}

/** Whether there are more customers than one page can show. */
export function isLarge(entries: readonly Entry[]): boolean {
  return entries.length > pageSize;
}

/** What a list of customers is ordered by. */
export type Order = 'name' | 'next';

/** Where the lists of all customers begin. */
export const addressOfAll: Readonly<Record<Order, string>> = {
  name: '/',
  next: '/customers/by-next-event/',
};

/** Where the list of the customers in a phase begins. */
export function addressOfPhase({ id }: Phase): string {
  return `/phases/${id}/`;
}

/** A page of a list of customers. */
export interface CustomerPage extends ListPage<Entry> {
  readonly order: Order;
  /** The phase that all of them are in, if they are listed by that. */
  readonly phase?: Phase;
}

/** All pages of the lists of a large portfolio: everybody by name and by next event, and phase by phase. */
export function customerPages(entries: readonly Entry[]): CustomerPage[] {
  if (!isLarge(entries)) return [];
  const soonestFirst = byNextEvent(entries);
  const byPhase = Map.groupBy(soonestFirst, listedPhaseOf);
  return [
    ...pagesOf(entries, addressOfAll.name, { further: '/customers/' }).map(
      (page) => ({ ...page, order: 'name' }) as const,
    ),
    ...pagesOf(soonestFirst, addressOfAll.next).map(
      (page) => ({ ...page, order: 'next' }) as const,
    ),
    ...[...byPhase].flatMap(([phase, members]) =>
      pagesOf(members, addressOfPhase(phase)).map(
        (page) => ({ ...page, order: 'next', phase }) as const,
      ),
    ),
  ];
}

/** Who has nothing planned comes last; on one day they stay in the order of their names. */
function byNextEvent(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, date: entry.plan && nextEventOf(entry.plan)?.date }))
    .sort((a, b) => byDay(a.date, b.date))
    .map(({ entry }) => entry);
}
