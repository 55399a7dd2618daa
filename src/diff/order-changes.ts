import { eventsOf } from '../lifecycle/events.ts';
import { placeOf } from '../lifecycle/moments.ts';
import { byDay } from '../lifecycle/order.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { inWords, quote } from '../lifecycle/words.ts';
import { eventTitles } from './data-changes.ts';
import type { PlanChange } from './plan-change.ts';

/** How many of the events that one has changed places with are named. */
const namedEvents = 4;

interface MovedEvent {
  readonly title: string;
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/**
 * Events that have changed places: one came before the other, and now comes after it. Each swap is
 * told once, by the event that has changed places with the most others.
 *
 * @param counterparts where each value of the earlier plan is in the later one
 */
export function orderChanges(
  before: Plan,
  after: Plan,
  counterparts: ReadonlyMap<string, string>,
): PlanChange[] {
  const events = eventsOfBoth(before, after, counterparts);
  const swaps = swapsAmong(events);
  const changes: PlanChange[] = [];
  for (;;) {
    const [event, others] = [...swaps].reduce<[MovedEvent, Set<MovedEvent>] | []>(
      (most, next) => (next[1].size > (most[1]?.size ?? 0) ? next : most),
      [],
    );
    if (!event || !others) return changes;
    changes.push(...changesOf(event, [...others]));
    for (const other of others) swaps.get(other)?.delete(event);
    swaps.delete(event);
  }
}

function eventsOfBoth(
  before: Plan,
  after: Plan,
  counterparts: ReadonlyMap<string, string>,
): MovedEvent[] {
  const was = new Map<string, string>();
  for (const { moment, date } of eventsOf(before)) {
    const path = counterparts.get(placeOf(moment));
    if (path !== undefined) was.set(path, date);
  }
  const titles = eventTitles(after);
  const events = new Map<string, MovedEvent>();
  for (const { moment, date, title } of eventsOf(after)) {
    const path = placeOf(moment);
    const earlier = was.get(path);
    if (earlier === undefined) continue;
    events.set(path, { title: titles.get(path) ?? quote(title), path, was: earlier, is: date });
  }
  return [...events.values()];
}

function swapsAmong(events: readonly MovedEvent[]): Map<MovedEvent, Set<MovedEvent>> {
  const swaps = new Map<MovedEvent, Set<MovedEvent>>();
  const note = (one: MovedEvent, other: MovedEvent) => {
    swaps.set(one, (swaps.get(one) ?? new Set()).add(other));
  };
  for (const moved of events.filter(({ was, is }) => was !== is)) {
    for (const other of events) {
      if (!haveSwapped(moved, other)) continue;
      note(moved, other);
      note(other, moved);
    }
  }
  return swaps;
}

/** On one day events are in order either way. */
function haveSwapped(a: MovedEvent, b: MovedEvent): boolean {
  return (a.was < b.was && a.is > b.is) || (a.was > b.was && a.is < b.is);
}

function changesOf(event: MovedEvent, others: readonly MovedEvent[]): PlanChange[] {
  const later = others.filter((other) => event.is < other.is);
  const earlier = others.filter((other) => event.is > other.is);
  return [
    ...(later.length > 0 ? [change(event, 'before', later)] : []),
    ...(earlier.length > 0 ? [change(event, 'after', earlier)] : []),
  ];
}

function change(
  event: MovedEvent,
  side: 'before' | 'after',
  others: readonly MovedEvent[],
): PlanChange {
  const titles = others.toSorted((a, b) => byDay(a.is, b.is)).map(({ title }) => title);
  const [first, more] = [titles.slice(0, namedEvents), titles.length - namedEvents];
  const shown = more > 0 ? [...first, `${more} more`] : first;
  return {
    type: 'reordered',
    topic: 'order',
    weight: 'high',
    what: event.title,
    how: `now comes ${side} ${inWords(shown)}`,
    path: event.path,
    before: event.was,
    after: event.is,
    events: titles,
  };
}
