/**
 * Calendar dates for running text. The month is a word, so that nobody mistakes it for the day; no
 * clock, locale or time zone takes part. Tables and lists use `fullDate` of the diagrams.
 */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * `1 September 2026`.
 *
 * @throws {RangeError} when `date` is not written `YYYY-MM-DD`
 */
export function longDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) throw new RangeError(`"${date}" is no calendar date`);
  return `${Number(day)} ${name} ${Number(year)}`;
}
