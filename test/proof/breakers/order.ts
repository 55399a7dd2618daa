import { addDays, daysBetween } from '../../../src/lifecycle/dates.ts';
import { formatPath } from '../../../src/lifecycle/paths.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';
import { type Observation, reportTo } from '../../../src/lint/observation.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Wishes } from '../plans/index.ts';
import type { Breaker } from './breaker.ts';
import type { Day, Draft, Expected } from './draft.ts';

/**
 * Breakers of order and distance: of two days, one is moved so far that they no longer stand as they
 * should, and no other two days with it.
 */

/** A day that a rule is about, and the one it must keep to. */
export type Pair = readonly [subject: Day | undefined, other: Day | undefined];

interface Relation {
  readonly rule: string;
  readonly pairs: (draft: Draft) => readonly Pair[];
  /** Fewest and most days from the other day to the subject. */
  readonly min?: number;
  readonly max?: number;
  /** Rules that have to leave it to this one to speak about the subject. */
  readonly silences?: readonly string[];
  readonly wishes?: Wishes;
  readonly title?: string;
}

/** The subject must not come before the other day. */
export function notBefore(relation: Omit<Relation, 'min' | 'max'>): Breaker {
  return breaker({ ...relation, min: 0 });
}

/** The subject must not come after the other day, or not more than some days after it. */
export function notAfter(relation: Omit<Relation, 'min'>): Breaker {
  return breaker({ max: 0, ...relation });
}

/** The two must be within some days of each other. */
export function within(max: number, relation: Omit<Relation, 'min' | 'max'>): Breaker {
  return breaker({ ...relation, min: -max, max });
}

function breaker({ wishes, title, ...relation }: Relation): Breaker {
  return {
    ...(wishes && { wishes }),
    ...(title && { title }),
    breaks: (draft) => breakOne(draft, relation),
  };
}

/** Tries the pairs, from one on that the dice choose, until one breaks alone. */
function breakOne(draft: Draft, relation: Relation): Expected | undefined {
  const pairs = relation.pairs(draft).filter(isWhole);
  const first = draft.number(Math.max(pairs.length, 1));
  const far = [0, 1, 6, 40][draft.number(4)] ?? 0;
  for (let index = 0; index < Math.min(pairs.length, 6); index++) {
    const pair = pairs[(first + index) % pairs.length];
    if (!pair) continue;
    const [subject, other] = draft.number(2) ? pair : [pair[0], pair[1]];
    for (const [day, date] of moves(subject, other, relation, far)) {
      if (draft.happened(day.date) !== draft.happened(date)) continue;
      const before = day.date;
      write(day, date);
      const expected = draft.value(subject.record, subject.key);
      const paths = [subject, other].map(({ record, key }) => draft.path(record, key));
      if (isAlone(draft, relation, paths)) return expected;
      write(day, before);
    }
  }
  return undefined;
}

function isWhole(pair: Pair): pair is readonly [Day, Day] {
  return pair[0] !== undefined && pair[1] !== undefined;
}

/** Ways to break a pair: move the subject, or the other day, just over the limit or far over it. */
function* moves(
  subject: Day,
  other: Day,
  { min, max }: Relation,
  far: number,
): Generator<[Day, string]> {
  for (const over of new Set([1 + far, 1])) {
    if (min !== undefined) {
      yield [subject, addDays(other.date, min - over)];
      yield [other, addDays(subject.date, -min + over)];
    }
    if (max !== undefined) {
      yield [subject, addDays(other.date, max + over)];
      yield [other, addDays(subject.date, -max - over)];
    }
  }
}

function write({ record, key }: Day, date: string): void {
  Reflect.set(record, key, date);
}

/** Whether nothing is broken but one pair of the relation. */
function isAlone(draft: Draft, relation: Relation, paths: readonly string[]): boolean {
  const broken = relation.pairs(draft).filter((pair) => isWhole(pair) && !keeps(pair, relation));
  return broken.length === 1 && companions(draft, relation, paths).length === 0;
}

function keeps([subject, other]: readonly [Day, Day], { min, max }: Relation): boolean {
  const gap = daysBetween(other.date, subject.date);
  return gap >= (min ?? -Infinity) && gap <= (max ?? Infinity);
}

/** Where one of these speaks of a day, nothing else is said of what rests on it. */
const doubting = new Set(['date-order', 'environment-life-order']);

/**
 * What other rules see in the draft that has another cause: it does not rest on the two days alone.
 * What is not to be said, because the rule puts a day in doubt or is the one to speak, is none.
 */
function companions(
  draft: Draft,
  { rule: id, silences = [] }: Relation,
  paths: readonly string[],
): Observation[] {
  const plan = new Plan('plan', structuredClone(draft.plan));
  return rules.flatMap((rule) => {
    const observations: Observation[] = [];
    const report = reportTo(observations, rule);
    const options = rule.options?.parse({}) ?? {};
    rule.check?.(plan, report, options);
    rule.checkAll?.([plan], report, options);
    return observations.filter(({ basis }) => {
      const facts = basis.map(formatPath);
      const shared = paths.filter((path) => facts.includes(path));
      const silenced = (doubting.has(id) && !doubting.has(rule.id)) || silences.includes(rule.id);
      return silenced ? shared.length === 0 : shared.length < paths.length;
    });
  });
}
