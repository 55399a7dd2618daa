import type { Path } from '../lifecycle/paths.ts';
import { formatPath } from '../lifecycle/paths.ts';
import { type DataMap, type Datum, isList, isMap } from './data.ts';
import { match } from './match.ts';
import { identitiesAt } from './records.ts';

/** A place at which two versions differ: of what is added or removed, the record as a whole. */
export interface Difference {
  readonly type: 'added' | 'removed' | 'changed' | 'reordered';
  /** Where it is: in the later version, or in the earlier one if it is gone. */
  readonly path: Path;
  /** Where it was. The same as `path`, unless items of lists stand elsewhere now. */
  readonly from: Path;
  /** Records within it are differences of their own, and not part of these. */
  readonly before: Datum | undefined;
  readonly after: Datum | undefined;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Where each value of the earlier version is in the later one, by its formatted path. */
  readonly counterparts: ReadonlyMap<string, string>;
}

/** Compares the data of two plans: everything that differs is in one of the differences. */
export function compare(before: DataMap, after: DataMap): Comparison {
  const comparing = new Comparing();
  comparing.compare(before, after, [], []);
  return comparing;
}

class Comparing implements Comparison {
  readonly differences: Difference[] = [];
  readonly counterparts = new Map<string, string>();

  compare(before: Datum, after: Datum, from: Path, path: Path): void {
    if (isMap(before) && isMap(after)) this.#maps(before, after, from, path);
    else if (isList(before) && isList(after)) this.#lists(before, after, from, path);
    else {
      this.counterparts.set(formatPath(from), formatPath(path));
      if (before !== after) this.differences.push({ type: 'changed', path, from, before, after });
    }
  }

  #maps(before: DataMap, after: DataMap, from: Path, path: Path): void {
    for (const [key, value] of Object.entries(after)) {
      if (Object.hasOwn(before, key)) {
        this.compare(before[key] ?? null, value, [...from, key], [...path, key]);
      } else this.#whole('added', value, [...path, key]);
    }
    for (const [key, value] of Object.entries(before)) {
      if (!Object.hasOwn(after, key)) this.#whole('removed', value, [...from, key]);
    }
  }

  #lists(before: readonly Datum[], after: readonly Datum[], from: Path, path: Path): void {
    const { pairs, added, removed, isReordered } = match(before, after, identitiesAt(path));
    for (const [was, is] of pairs) {
      this.compare(before[was] ?? null, after[is] ?? null, [...from, was], [...path, is]);
    }
    for (const index of added) this.#whole('added', after[index] ?? null, [...path, index]);
    for (const index of removed) this.#whole('removed', before[index] ?? null, [...from, index]);
    if (isReordered) this.differences.push({ type: 'reordered', path, from, before, after });
  }

  /** A record that came or went, and each record within it. */
  #whole(type: 'added' | 'removed', value: Datum, path: Path): void {
    if (isList(value)) {
      for (const [index, item] of value.entries()) this.#whole(type, item, [...path, index]);
      return;
    }
    const [own, inner] = isMap(value) ? apart(value) : [value, []];
    const says = !isMap(own) || Object.keys(own).length > 0 || !isMerelyContainer(path, inner);
    if (says) {
      const [before, after] = type === 'added' ? [undefined, own] : [own, undefined];
      this.differences.push({ type, path, from: path, before, after });
    }
    for (const [key, record] of inner) this.#whole(type, record, [...path, key]);
  }
}

/** What a record says itself, and the records within it. */
function apart(map: DataMap): [own: DataMap, inner: [string, Datum][]] {
  const entries = Object.entries(map);
  const isInner = ([, value]: [string, Datum]) =>
    isMap(value) || (isList(value) && value.some((item) => typeof item === 'object'));
  return [Object.fromEntries(entries.filter((entry) => !isInner(entry))), entries.filter(isInner)];
}

/** A map that does no more than hold others together. Items of lists, and environments, are more. */
function isMerelyContainer(path: Path, inner: readonly unknown[]): boolean {
  const isItem = typeof path.at(-1) === 'number';
  const isOfEnvironment = path[0] === 'environments' && path.length > 1;
  return inner.length > 0 && !isItem && !isOfEnvironment;
}
