const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** "Jan" for 1. The same on every machine, whatever its language. */
export function monthName(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}`);
  return name;
}

/** "14 Jan 2026": day, month as a word and year, which nobody can read in two ways. */
export function fullDate(date: string): string {
  return `${shortDate(date)} ${Number(date.slice(0, 4))}`;
}

/** "14 Jan", where the year is plain from what stands beside it. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8))} ${monthName(Number(date.slice(5, 7)))}`;
}

/** "14 Jan – 18 Sep 2026", or with both years where they differ; one day stands alone. */
export function dateSpan(from: string, to: string): string {
  if (from === to) return fullDate(from);
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return `${isOneYear ? shortDate(from) : fullDate(from)} – ${fullDate(to)}`;
}
