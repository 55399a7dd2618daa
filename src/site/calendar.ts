import { eventsOf, type PlanEvent } from '../lifecycle/events.ts';
import { byCodeUnit } from '../lifecycle/order.ts';
import { type ListPage, pagesOf } from './paging.ts';
import { isPlanned } from './planned.ts';
import { isReadable, type Portfolio, type ReadableEntry } from './portfolio.ts';

/** A date of a customer’s plan. Whether it is past or planned, its own plan’s status date says. */
export interface CalendarDate {
  readonly entry: ReadableEntry;
  readonly event: PlanEvent;
}

/** A month in which something is dated. */
export interface CalendarMonth {
  /** `2026-07` */
  readonly month: string;
  readonly dates: readonly CalendarDate[];
}

/** A plan that was last true before others, and dates that it had planned up to then. */
export interface Behind {
  readonly entry: ReadableEntry;
  readonly dates: readonly [CalendarDate, ...CalendarDate[]];
}

/** What comes next, as far as plans can tell without a clock. */
export interface Agenda {
  /** The plan with the latest status date; undefined where no plan has one. */
  readonly latest: ReadableEntry | undefined;
  /** What is planned after the latest status date. */
  readonly coming: readonly CalendarDate[];
  /** The plans that had planned something up to then, and do not say yet whether it happened. */
  readonly behind: readonly Behind[];
}

/** All dates of all plans, in order; those of one day stand in the order of the customers. */
export function calendarDates({ entries }: Portfolio): CalendarDate[] {
  const dates = entries
    .filter(isReadable)
    .flatMap((entry) => eventsOf(entry.plan).map((event) => ({ entry, event })));
  return dates.sort((a, b) => byCodeUnit(a.event.date, b.event.date));
}

/** The month of a date: `2026-07`. */
export function monthOf({ event }: CalendarDate): string {
  return event.date.slice(0, 7);
}

/** The months in which something is dated, in order. */
export function monthsOf(dates: readonly CalendarDate[]): CalendarMonth[] {
  const months = Map.groupBy(dates, monthOf);
  return [...months].map(([month, inMonth]) => ({ month, dates: inMonth }));
}

/** How many dates a page of the calendar has, unless one day alone has more. */
const pageSize = 400;

/** Dates in pages of whole days, as many as a page bears. */
export function datePages(
  dates: readonly CalendarDate[],
  address: string,
): ListPage<CalendarDate>[] {
  const rowsOf = (day: readonly CalendarDate[]) => day.length;
  const pages = pagesOf(daysOf(dates), address, { rowsOf, size: pageSize });
  return pages.map(({ items, ...page }) => ({ ...page, items: items.flat() }));
}

/** The days of a month in which something is dated, in order. */
export function daysOf(dates: readonly CalendarDate[]): CalendarDate[][] {
  return [...Map.groupBy(dates, ({ event }) => event.date).values()];
}

/** What comes next, and which plans are too old to tell. */
export function agendaOf(dates: readonly CalendarDate[], { entries }: Portfolio): Agenda {
  const latest = latestOf(entries.filter(isReadable));
  const day = latest?.plan.facts.statusDate;
  if (day === undefined) return { latest, coming: [], behind: [] };
  const planned = dates.filter(({ entry, event }) => isPlanned(entry.plan, event.date));
  const coming = planned.filter(({ event }) => event.date > day);
  const open = planned.filter(({ event }) => event.date <= day);
  const behind = [...Map.groupBy(open, ({ entry }) => entry)].flatMap(
    ([entry, [first, ...more]]) => (first ? [{ entry, dates: [first, ...more] as const }] : []),
  );
  return { latest, coming, behind };
}

function latestOf(entries: readonly ReadableEntry[]): ReadableEntry | undefined {
  const dated = entries.filter(({ plan }) => plan.facts.statusDate !== undefined);
  const day = ({ plan }: ReadableEntry) => plan.facts.statusDate ?? '';
  return dated.toSorted((a, b) => byCodeUnit(day(b), day(a)))[0];
}
