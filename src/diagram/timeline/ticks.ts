import { addDays, daysBetween } from '../../lifecycle/dates.ts';
import { monthName } from '../dates.ts';

/** A line of the axis, at the beginning of the time that it names. */
export interface Tick {
  readonly date: string;
  readonly label: string;
  /** What it begins besides: "2026" at January, "Jan 2026" at the first Monday of it. */
  readonly group: string;
}

/** How far apart the lines of the axis are. */
export interface Step {
  /** The last beginning of a step on or before a day. */
  readonly floor: (date: string) => string;
  /** The beginning of the next step. */
  readonly next: (date: string) => string;
  readonly label: (date: string) => string;
  readonly group: (date: string) => string;
  /** How many steps a drawing has room for. */
  readonly most: number;
}

const years = [1, 2, 5, 10, 20, 50, 100, 200, 500];

const weeks: Step = {
  floor: (date) => addDays(date, -((daysBetween('2024-01-01', date) % 7) + 7) % 7),
  next: (date) => addDays(date, 7),
  label: (date) => String(Number(date.slice(8))),
  group: (date) => `${monthName(monthOf(date))} ${yearOf(date)}`,
  most: 18,
};

const steps: readonly Step[] = [
  weeks,
  months(1, (date) => monthName(monthOf(date)), 22),
  months(3, (date) => `Q${Math.ceil(monthOf(date) / 3)}`, 24),
  ...years.map((every) => months(12 * every, (date) => String(yearOf(date)), 14)),
];

const coarsest = months(12 * 1000, (date) => String(yearOf(date)), 14);

/** The finest step with which the days from `start` to `end` are not crowded. */
export function stepFor(start: string, end: string): Step {
  return steps.find((step) => count(step, start, end) <= step.most) ?? coarsest;
}

/** The beginnings of all steps that lie between two days. */
export function ticksOf(step: Step, start: string, end: string): Tick[] {
  const ticks: Tick[] = [];
  let date = step.floor(start);
  let before = '';
  // The calendar of plans ends with the year 9999: what would come after it sorts before it.
  while (date <= end && date > before) {
    if (date >= start) ticks.push({ date, label: step.label(date), group: step.group(date) });
    before = date;
    date = step.next(date);
  }
  return ticks;
}

function count(step: Step, start: string, end: string): number {
  const first = step.floor(start);
  return daysBetween(first, end) / daysBetween(first, step.next(first));
}

function months(every: number, label: Step['label'], most: number): Step {
  const floor = (date: string) => {
    const index = yearOf(date) * 12 + monthOf(date) - 1;
    return monthStart(Math.max(index - (index % every), 12));
  };
  return {
    floor,
    next: (date) => monthStart(yearOf(date) * 12 + monthOf(date) - 1 + every),
    label,
    group: (date) => (every < 12 ? String(yearOf(date)) : ''),
    most,
  };
}

/** The first day of a month, counted from the beginning of the calendar. */
function monthStart(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}
