import { eventsOf } from '../lifecycle/events.ts';
import { placeOf } from '../lifecycle/moments.ts';
import { byDay } from '../lifecycle/order.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { counted, inWords, quote } from '../lifecycle/words.ts';
import { eventTitles } from './data-changes.ts';
import type { PlanChange } from './plan-change.ts';

/** How many of the events that one has changed places with are named. */
const namedEvents = 4;

/** How many events are told of by themselves: of more, which have all changed places, nobody reads. */
const toldEvents = 100;

interface MovedEvent {
  readonly title: string;
  readonly path: string;
  readonly was: string;
  readonly is: string;
  /** The same days in milliseconds: all events are compared with all, and numbers compare quicker. */
  readonly wasDay: number;
  readonly isDay: number;
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
  const swaps = swapsAmong(eventsOfBoth(before, after, counterparts));
  const changes: PlanChange[] = [];
  for (let told = 0; told < toldEvents; told++) {
    const event = mostSwapped(swaps);
    if (!event) return changes;
    swaps.delete(event);
    const others = [...swaps.keys()].filter((other) => haveSwapped(event, other));
    for (const other of others) swaps.set(other, (swaps.get(other) ?? 0) - 1);
    changes.push(...changesOf(event, others));
  }
  return [...changes, ...furtherChanges(swaps)];
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
    events.set(path, {
      title: titles.get(path) ?? quote(title),
      path,
      was: earlier,
      is: date,
      wasDay: Date.parse(earlier),
      isDay: Date.parse(date),
    });
  }
  return [...events.values()];
}

/** With how many others each event has changed places. */
function swapsAmong(events: readonly MovedEvent[]): Map<MovedEvent, number> {
  const [moved, still] = [events.filter(hasMoved), events.filter((event) => !hasMoved(event))];
  const swaps = new Map<MovedEvent, number>();
  for (const event of [...moved, ...still]) {
    // Of two that have changed places, one at least has moved.
    const others = hasMoved(event) ? events : moved;
    swaps.set(event, others.filter((other) => haveSwapped(event, other)).length);
  }
  return swaps;
}

function hasMoved({ was, is }: MovedEvent): boolean {
  return was !== is;
}

/** The event that has changed places with the most others; undefined where none has. */
function mostSwapped(swaps: ReadonlyMap<MovedEvent, number>): MovedEvent | undefined {
  let most: MovedEvent | undefined;
  let number = 0;
  for (const [event, count] of swaps) {
    if (count > number) [most, number] = [event, count];
  }
  return most;
}

/** On one day events are in order either way. */
function haveSwapped(a: MovedEvent, b: MovedEvent): boolean {
  return (a.wasDay - b.wasDay) * (a.isDay - b.isDay) < 0;
}

/** What is told in the end of all events that are not told of by themselves. */
function furtherChanges(swaps: ReadonlyMap<MovedEvent, number>): PlanChange[] {
  const further = [...swaps.values()].filter((number) => number > 0).length;
  if (further === 0) return [];
  return [
    {
      type: 'reordered',
      topic: 'order',
      weight: 'high',
      what: counted(further, 'more event'),
      how: 'changed places as well',
      path: null,
      before: null,
      after: null,
    },
  ];
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
