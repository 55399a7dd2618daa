import { byCodeUnit } from '../lifecycle/order.ts';
import { type Datum, isMap } from './data.ts';

/** What identifies an item of a list: the values of some keys, the item as a whole, or its position. */
export type Identity = readonly string[] | 'position';

/** Which items of two lists are the same, by their indexes. */
export interface Matched {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** Whether what is in both stands in another order. */
  readonly isReordered: boolean;
}

/**
 * Finds the items of two lists that are the same: first those that are equal, then, identity by
 * identity, those that have it in common. Where several have, they are taken in order.
 *
 * @param identities from the surest to the weakest
 */
export function match(
  before: readonly Datum[],
  after: readonly Datum[],
  identities: readonly Identity[],
): Matched {
  const left = new Set(before.keys());
  const right = new Set(after.keys());
  const pairs: [number, number][] = [];
  const keys = [canonical, ...identities.map(keyBy)];
  for (const key of keys) {
    const waiting = Map.groupBy(right, (index) => key(after[index] ?? null, index));
    for (const index of [...left]) {
      const name = key(before[index] ?? null, index);
      const counterpart = name === undefined ? undefined : waiting.get(name)?.shift();
      if (counterpart === undefined) continue;
      pairs.push([index, counterpart]);
      left.delete(index);
      right.delete(counterpart);
    }
  }
  pairs.sort(([a], [b]) => a - b);
  const isReordered = pairs.some(([, index], n) => index < (pairs[n - 1]?.[1] ?? 0));
  return { pairs, removed: [...left], added: [...right], isReordered };
}

/** The same text for the same data, in whatever order keys are written. */
export function canonical(value: Datum): string {
  return JSON.stringify(value, (_, inner) =>
    isMap(inner) ? Object.entries(inner).toSorted(([a], [b]) => byCodeUnit(a, b)) : inner,
  );
}

/** An item without the first of the keys is not identified by them. */
function keyBy(identity: Identity): (item: Datum, index: number) => string | undefined {
  if (identity === 'position') return (_, index) => String(index);
  return (item) => {
    if (!isMap(item)) return undefined;
    const values = identity.map((key) => (Object.hasOwn(item, key) ? item[key] : undefined));
    return values[0] === undefined ? undefined : canonical(values.map((value) => value ?? null));
  };
}
