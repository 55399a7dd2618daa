import type { PlanFacts } from '../../schemas/plan.ts';
import type { Path } from '../lifecycle/paths.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { pathOf } from '../lifecycle/records.ts';
import type { PlanFile } from '../source/plan-file.ts';
import { type Value, valuesOf } from '../source/values.ts';

/** Data as they are compared: a key without a value, and a list without items, are not there. */
export type Datum = string | number | boolean | null | readonly Datum[] | DataMap;
export interface DataMap {
  readonly [key: string]: Datum;
}

/** One of the versions that are compared. */
export interface Version {
  readonly plan: Plan;
  readonly data: DataMap;
}

export function isMap(value: unknown): value is DataMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Datum[] {
  return Array.isArray(value);
}

/** The record at `path`; one that says nothing where there is none. */
export function recordAt(data: DataMap, path: Path): DataMap {
  let value: Datum | undefined = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return {};
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
  }
  return isMap(value) ? value : {};
}

/** What a plan says, as data to compare. */
export function dataOf(facts: PlanFacts): DataMap {
  return stripped(facts) as DataMap;
}

/**
 * Everything that the data of a file say: the plan's facts, and as they are written the values that
 * are no facts, since they are wrong or the team's own. Items of lists stand where they are written.
 *
 * @returns undefined where the data could not be read
 */
export function dataIn({ root, plan }: PlanFile): DataMap | undefined {
  if (!root || !plan) return undefined;
  return merged(valuesOf(root, { teamsOwn: true }), plan.facts) as DataMap;
}

function merged(written: Value, fact: unknown): Datum | undefined {
  if (written === null) return isMap(fact) ? {} : undefined;
  if (Array.isArray(written)) {
    if (written.length === 0) return undefined;
    return isList(fact) ? mergedLists(written, fact) : stripped(written);
  }
  if (typeof written !== 'object') return isScalar(fact) ? fact : written;
  const facts = isMap(fact) ? new Map(Object.entries(fact)) : new Map<string, unknown>();
  return mapped(written, (value, key) => merged(value, facts.get(key)));
}

/** A list of facts has no holes: each fact is found by where it is written, or by its own text. */
function mergedLists(written: readonly Value[], facts: readonly unknown[]): Datum[] {
  const byIndex = new Map<unknown, unknown>(
    facts.map((fact) => [isRecord(fact) ? pathOf(fact).at(-1) : undefined, fact]),
  );
  const scalars = facts.filter(isScalar).values();
  let next = scalars.next();
  return written.map((item, index): Datum => {
    if (typeof item === 'object') return merged(item, byIndex.get(index)) ?? null;
    if (next.done || String(next.value) !== String(item)) return item;
    const fact = next.value;
    next = scalars.next();
    return fact;
  });
}

function stripped(value: unknown): Datum | undefined {
  if (isScalar(value)) return value;
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map((item) => stripped(item) ?? null) : undefined;
  }
  return isRecord(value) ? mapped(value, stripped) : undefined;
}

/** Made anew so that no key, `__proto__` included, is more than a key. */
function mapped<T>(
  map: { readonly [key: string]: T } | object,
  change: (value: T, key: string) => Datum | undefined,
): DataMap {
  return Object.fromEntries(
    Object.entries(map as { readonly [key: string]: T }).flatMap(([key, value]) => {
      const changed = change(value, key);
      return changed === undefined ? [] : [[key, changed]];
    }),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
