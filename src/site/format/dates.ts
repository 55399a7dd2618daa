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

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * `September 2026` for `2026-09`.
 *
 * @throws {RangeError} when `month` is not written `YYYY-MM`
 */
export function longMonth(month: string): string {
  return longDate(`${month}-01`).slice('1 '.length);
}

/**
 * `Tue` for `2026-09-01`.
 *
 * @throws {RangeError} when `date` is no calendar date
 */
export function weekday(date: string): string {
  const name = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()];
  if (name === undefined) throw new RangeError(`"${date}" is no calendar date`);
  return name;
}

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
