import { isDate } from './dates.ts';
import type { Path } from './paths.ts';
import type { Plan } from './plan.ts';
import { pathOf } from './records.ts';

/**
 * The date that a plan has at a path. A list item is found by the position in which it is written,
 * so that a wrong item before it does not shift the others.
 *
 * @returns undefined where the path leads to nothing, or to something that is no date
 */
export function dateAt(plan: Plan, path: Path): string | undefined {
  let value: unknown = plan.facts;
  for (const step of path) value = child(value, step);
  return typeof value === 'string' && isDate(value) ? value : undefined;
}

/** A date that a plan holds, and where. */
export interface DateInPlan {
  readonly date: string;
  readonly path: Path;
  readonly record: object;
  readonly key: string;
}

/** All dates of a plan in the order in which they are written; {@link dateAt} finds each again. */
export function datesOf(plan: Plan): DateInPlan[] {
  return [...datesBelow(plan.facts)];
}

function* datesBelow(record: object): Generator<DateInPlan> {
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'string' && isDate(value) && !Array.isArray(record)) {
      yield { date: value, path: pathOf(record, key), record, key };
    } else if (isRecord(value)) yield* datesBelow(value);
  }
}

function child(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value.find((item) => isRecord(item) && isAt(item, step));
  if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
  return Reflect.get(value, step);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isAt(item: object, index: string | number): boolean {
  return pathOf(item).at(-1) === index;
}
