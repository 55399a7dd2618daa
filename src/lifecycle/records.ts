import type { Path } from './paths.ts';

/** What a record says, or does not say, under a key. */
export interface Fact {
  readonly record: object;
  /** The record as a whole when left out. */
  readonly key?: string;
}

/** Where a record stands. */
interface Place {
  /** The record or list that it stands in; undefined for the plan itself. */
  readonly above: object | undefined;
  /** Its key or position in that. */
  readonly step: string | number;
  /** Counts the records of the plan in the order in which they are written. */
  readonly order: number;
}

class Given {
  constructor(record: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is how fields are put on what is there already
    return record;
  }
}

/**
 * Where a record stands, in private fields: records hold facts alone for everybody else. A WeakMap would
 * do as well, but plans have many records, and it makes the garbage collector slow.
 */
class Settled extends Given {
  #above: object | undefined;
  #step: string | number;
  #order: number;

  private constructor(record: object, { above, step, order }: Place) {
    super(record);
    this.#above = above;
    this.#step = step;
    this.#order = order;
  }

  static put(record: object, place: Place): void {
    if (!(#order in record)) new Settled(record, place);
    else {
      record.#above = place.above;
      record.#step = place.step;
      record.#order = place.order;
    }
  }

  static placeOf(record: object): Place | undefined {
    if (!(#order in record)) return undefined;
    return { above: record.#above, step: record.#step, order: record.#order };
  }
}

/** Under this key a view has the record that it stands for. No record has it: a plan cannot say it. */
export const viewed = Symbol('the record that a view stands for');

/** Stands where a record stands: an environment is a view of what is written of it. */
export interface View {
  readonly [viewed]: object;
}

/** The facts of plans of which nobody has asked yet where their records stand; whoever lost them never will. */
const unsettled = new Set<WeakRef<object>>();

/** Each time that so many more wait, those are forgotten that nobody holds any more. */
const many = 10_000;

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
  note(facts);
  return facts;
}

/**
 * The same for facts without holes. Nothing is noted before somebody asks: most plans are in order, and
 * of those nobody does.
 */
export function settleLater<Facts extends object>(facts: Facts): Facts {
  if (unsettled.size % many === many - 1) forgetLost();
  unsettled.add(new WeakRef(facts));
  return facts;
}

function forgetLost(): void {
  for (const facts of unsettled) if (!facts.deref()) unsettled.delete(facts);
}

function note(facts: object): void {
  let order = 0;
  const noteBelow = (value: unknown, above: object | undefined, step: string | number): void => {
    if (typeof value !== 'object' || value === null) return;
    Settled.put(value, { above, step, order });
    order += 1;
    if (!Array.isArray(value)) {
      for (const [key, part] of Object.entries(value)) noteBelow(part, value, key);
      return;
    }
    for (const [index, item] of value.entries()) noteBelow(item, value, index);
    const items = value.filter((item) => item !== undefined);
    if (items.length === value.length) return;
    incomplete.add(value);
    value.splice(0, value.length, ...items);
  };
  noteBelow(facts, undefined, '');
}

function isView(record: object): record is View {
  return viewed in record;
}

/** @throws {Error} when the record belongs to no plan, which is a mistake in the program */
function placeOf(recordOrView: object): Place {
  const record = isView(recordOrView) ? recordOrView[viewed] : recordOrView;
  const place = Settled.placeOf(record) ?? placeAmongUnsettled(record);
  if (!place) throw new Error('This record does not belong to a plan');
  return place;
}

/** Settles one plan after the other, as they were read, until the record turns out to be one of it. */
function placeAmongUnsettled(record: object): Place | undefined {
  for (const waiting of unsettled) {
    unsettled.delete(waiting);
    const facts = waiting.deref();
    if (facts) note(facts);
    const place = Settled.placeOf(record);
    if (place) return place;
  }
  return undefined;
}

/**
 * The path of a record in its plan, or of what stands under `key` there.
 *
 * @throws {Error} when the record belongs to no plan, which is a mistake in the program
 */
export function pathOf(record: object, key?: string): Path {
  const path: (string | number)[] = key === undefined ? [] : [key];
  let { above, step } = placeOf(record);
  while (above) {
    path.push(step);
    ({ above, step } = placeOf(above));
  }
  return path.reverse();
}

/** What is said of several records of one plan, in the order in which the records are written. */
export function inWrittenOrder<Said extends { readonly record: object }>(
  said: readonly Said[],
): Said[] {
  return said.toSorted((a, b) => orderOf(a.record) - orderOf(b.record));
}

/**
 * The same where two of them are alike: only then does it matter which comes first.
 *
 * @param textOf the same for those that are alike
 */
export function firstsFirst<Said extends { readonly record: object }>(
  said: readonly Said[],
  textOf: (one: Said) => string,
): readonly Said[] {
  return new Set(said.map(textOf)).size === said.length ? said : inWrittenOrder(said);
}

/** The facts of the plan that a record belongs to. */
export function planFactsOf(record: object): object {
  const { above } = placeOf(record);
  return above ? planFactsOf(above) : record;
}

/** Whether a list has items that could not be read. */
export function isIncomplete(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && incomplete.has(list);
}

/** Whether two records belong to the same plan. */
export function areOfOnePlan(a: object, b: object): boolean {
  return planFactsOf(a) === planFactsOf(b);
}

function orderOf(record: object): number {
  return placeOf(record).order;
}
