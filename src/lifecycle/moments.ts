import { formatPath } from './paths.ts';
import { type Fact, pathOf } from './records.ts';

/** A date of a plan, together with the place in which it is written. */
export interface Moment {
  readonly date: string;
  readonly record: object;
  readonly key: string;
  /** Facts that would count instead, had the plan them: the day of an instance before its pair's. */
  readonly inPlaceOf?: readonly Fact[];
}

/** Where a moment is written, such as `environments.val.created`. */
export function placeOf({ record, key }: Moment): string {
  return formatPath(pathOf(record, key));
}

/** The same moment, standing in for facts that the plan does not have. */
export function standingIn(day: Moment | undefined, ...facts: readonly Fact[]): Moment | undefined {
  if (!day) return undefined;
  const { date, record, key, inPlaceOf = [] } = day;
  return { date, record, key, inPlaceOf: [...inPlaceOf, ...facts] };
}

type DateKey<T> = {
  [Key in keyof T & string]-?: string extends T[Key]
    ? Key
    : T[Key] extends string | undefined
      ? Key
      : never;
}[keyof T & string];

/** The date that `record` has under `key`, if it has one. */
export function moment<T extends object>(
  record: T | undefined,
  key: DateKey<T>,
): Moment | undefined {
  const date = record?.[key];
  return record && typeof date === 'string' ? { date, record, key } : undefined;
}

/** The earliest of some moments; undefined when there is none. */
export function earliest(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return pick(moments, (first, next) => (first.date <= next.date ? first : next));
}

/** The latest of some moments; undefined when there is none. */
export function latest(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return pick(moments, (last, next) => (last.date >= next.date ? last : next));
}

/** One of some moments; which one it is depends on what each of them stands in for. */
function pick(
  moments: readonly (Moment | undefined)[],
  better: (a: Moment, b: Moment) => Moment,
): Moment | undefined {
  if (moments.length < 2) return moments[0];
  let picked: Moment | undefined;
  const inPlaceOf: Fact[] = [];
  for (const candidate of moments) {
    if (!candidate) continue;
    picked = picked ? better(picked, candidate) : candidate;
    if (candidate.inPlaceOf) inPlaceOf.push(...candidate.inPlaceOf);
  }
  if (!picked || inPlaceOf.length === (picked.inPlaceOf?.length ?? 0)) return picked;
  return { ...picked, inPlaceOf };
}
