/** Calendar dates as text, `YYYY-MM-DD`: they sort as text, and no clock or time zone touches them. */
import { isInAddress } from './vocabulary.ts';

const dayInMilliseconds = 86_400_000;

/** Whether `text` is a real calendar date written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  // Every month has 28 days: beyond them the calendar is asked, which takes much longer.
  return text.slice(8) <= '28' || isOnCalendar(text);
}

function isOnCalendar(text: string): boolean {
  return new Date(text).getUTCDate() === Number(text.slice(8));
}

/** The dates that stand in a text as words of their own, and where; those in addresses do not. */
export function datesIn(text: string): { date: string; start: number; end: number }[] {
  return [...text.matchAll(inText)].flatMap(({ 0: date, index: start }) => {
    const end = start + date.length;
    return isDate(date) && !isInAddress(text, start, end) ? [{ date, start, end }] : [];
  });
}

const inText = /(?<![\p{L}\p{N}_‐‑-])\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}_‐‑-])/gu;

/** Whole days from `earlier` to `later`; negative when they stand in the other order. */
export function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / dayInMilliseconds;
}

/** The date `days` days after `date`; before it when `days` is negative. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds;
  return new Date(time).toISOString().slice(0, 10);
}

/** "1 day", "3 days": a number of days as a message says it. */
export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
