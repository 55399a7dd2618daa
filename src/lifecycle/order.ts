/** How things are put in order: the same way on every machine, whatever its language. */

/** Texts by code unit; days, as ISO writes them, so stand in their order. */
export function byCodeUnit(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** Days in their order; what has none comes last. */
export function byDay(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return byCodeUnit(a, b);
}
