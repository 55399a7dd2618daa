import type { Path } from '../lifecycle/paths.ts';
import { quote } from '../lifecycle/words.ts';
import type { Value } from './values.ts';

/** Values by their paths, and how messages speak of them. */

/** The value at `path`; undefined where the path leads nowhere. */
export function at(values: Value, path: Path): Value | undefined {
  let value: Value | undefined = values;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isMap(value) && typeof step === 'string') value = value[step];
    else return undefined;
  }
  return value;
}

/** Takes a value out; an item of a list leaves a hole, so that the others keep their places. */
export function remove(values: Value, path: Path): void {
  const parent = at(values, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent) && typeof last === 'number') delete parent[last];
  else if (isMap(parent) && typeof last === 'string') delete parent[last];
}

export function isMap(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isScalar(value: Value | undefined): boolean {
  return typeof value !== 'object';
}

/** What stands there, as the middle of "`x` is …; expected …". */
export function describe(value: Value | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (typeof value !== 'string') return `\`${value}\``;
  return value.trim() === '' ? 'blank text' : quote(value);
}
