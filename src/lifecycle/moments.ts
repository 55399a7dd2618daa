/** A date of a plan, together with the place in which it is written. */
export interface Moment {
  readonly date: string;
  readonly record: object;
  readonly key: string;
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
  return moments
    .filter((candidate) => candidate !== undefined)
    .reduce<Moment | undefined>(
      (first, next) => (first && first.date <= next.date ? first : next),
      undefined,
    );
}

/** The latest of some moments; undefined when there is none. */
export function latest(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return moments
    .filter((candidate) => candidate !== undefined)
    .reduce<Moment | undefined>(
      (last, next) => (last && last.date >= next.date ? last : next),
      undefined,
    );
}
