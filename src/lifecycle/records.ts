import type { Path } from './paths.ts';

/** What a record says, or does not say, under a key. */
export interface Fact {
  readonly record: object;
  /** The record as a whole when left out. */
  readonly key?: string;
}

interface Home {
  /** The facts of the plan that the record belongs to. */
  readonly plan: object;
  /** The record or list that this one stands in; undefined for the plan itself. */
  readonly above: Home | undefined;
  readonly step: string | number;
  /** Counts the records of the plan in the order in which they are written. */
  readonly order: number;
  /** Made when it is asked for: of most records nobody ever does. */
  path?: Path;
}

class Given {
  constructor(record: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is how a field is put on what is there already
    return record;
  }
}

/**
 * Where a record stands, in a private field: records hold facts alone for everybody else. A WeakMap
 * would do as well, but plans have many records, and it makes the garbage collector slow.
 */
class Settled extends Given {
  #home: Home;

  private constructor(record: object, home: Home) {
    super(record);
    this.#home = home;
  }

  static put(record: object, home: Home): void {
    if (#home in record) record.#home = home;
    else new Settled(record, home);
  }

  static homeOf(record: object): Home | undefined {
    return #home in record ? record.#home : undefined;
  }
}

/** Lists of which an item could not be read. */
const incomplete = new WeakSet<object>();

/**
 * Notes where every record of a plan stands, and closes the holes that wrong items left in its
 * lists: an item keeps the path of the position in which it is written.
 *
 * @param facts the facts of one plan
 * @returns the same facts
 */
export function settle<Facts extends object>(facts: Facts): Facts {
  let order = 0;
  const note = (value: unknown, above: Home | undefined, step: string | number): void => {
    if (typeof value !== 'object' || value === null) return;
    const home = { plan: facts, above, step, order };
    Settled.put(value, home);
    order += 1;
    if (!Array.isArray(value)) {
      for (const [key, part] of Object.entries(value)) note(part, home, key);
      return;
    }
    for (const [index, item] of value.entries()) note(item, home, index);
    const items = value.filter((item) => item !== undefined);
    if (items.length === value.length) return;
    incomplete.add(value);
    value.splice(0, value.length, ...items);
  };
  note(facts, undefined, '');
  return facts;
}

/** Lets `view` stand where `record` stands: an environment is a view of its record. */
export function standsFor(view: object, record: object): void {
  Settled.put(view, homeOf(record));
}

/**
 * The path of a record in its plan, or of what stands under `key` there.
 *
 * @throws {Error} when the record belongs to no plan, which is a mistake in the program
 */
export function pathOf(record: object, key?: string): Path {
  const path = pathTo(homeOf(record));
  return key === undefined ? path : [...path, key];
}

function pathTo(home: Home): Path {
  home.path ??= home.above ? [...pathTo(home.above), home.step] : [];
  return home.path;
}

/** What is said of several records of one plan, in the order in which the records are written. */
export function inWrittenOrder<Said extends { readonly record: object }>(
  said: readonly Said[],
): Said[] {
  return said.toSorted((a, b) => homeOf(a.record).order - homeOf(b.record).order);
}

/** The facts of the plan that a record belongs to. */
export function planFactsOf(record: object): object {
  return homeOf(record).plan;
}

/** Whether a list has items that could not be read. */
export function isIncomplete(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && incomplete.has(list);
}

/** Whether two records belong to the same plan. */
export function areOfOnePlan(a: object, b: object): boolean {
  return homeOf(a).plan === homeOf(b).plan;
}

function homeOf(record: object): Home {
  const home = Settled.homeOf(record);
  if (!home) throw new Error('This record does not belong to a plan');
  return home;
}
