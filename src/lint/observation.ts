import type { Constraint } from '../lifecycle/constraints.ts';
import type { Path } from '../lifecycle/paths.ts';
import { areOfOnePlan, type Fact, pathOf } from '../lifecycle/records.ts';
import type { ProseReport, ProseWords, Report, Rule, Words } from '../rules/rule.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Range } from '../source/text.ts';

/** What a rule found, before it has a place in a file: everything is still said by paths. */
export interface Observation {
  readonly rule: Rule;
  readonly words: ProseWords;
  readonly target: Target | Spot;
  /** The facts it rests on; where one of them is in doubt, it is not reported. */
  readonly basis: readonly Path[];
  /** Facts that the plan does not have; where one of them is in doubt, it is not reported either. */
  readonly inPlaceOf?: readonly Path[];
  /** Those of the basis that it puts in doubt itself, where its rule does that. */
  readonly doubted: readonly Path[];
  /** Any record of the plan it is about: it tells which of the plans of a run that is. */
  readonly record?: object;
}

/** A place in the prose of a plan. */
export interface Spot {
  readonly file: PlanFile;
  readonly range: Range;
}

/** Which token of the data a finding points at. */
export interface Target {
  readonly path: Path;
  readonly token: 'value' | 'key';
}

/**
 * Of further facts it is not asked whether they are in doubt: then a finding is reported that echoes
 * another, and not one lost. Plans in which thousands of findings rest on thousands of facts have no end else.
 */
const mostFacts = 50;

/** A report that collects observations of `rule` into `observations`. */
export function reportTo(observations: Observation[], rule: Rule): Report {
  return new DataReport(observations, rule);
}

class DataReport implements Report {
  readonly #observations: Observation[];
  readonly #rule: Rule;

  constructor(observations: Observation[], rule: Rule) {
    this.#observations = observations;
    this.#rule = rule;
  }

  value(record: object, key: string, words: Words): void {
    const path = pathOf(record, key);
    this.#add(record, { path, token: 'value' }, words, [path]);
  }

  key(record: object, key: string, words: Words): void {
    const path = pathOf(record, key);
    this.#add(record, { path, token: 'key' }, words, [path]);
  }

  missing(record: object, keys: string | readonly string[], words: Words): void {
    const path = pathOf(record);
    const lacking = typeof keys === 'string' ? [keys] : keys;
    const paths = lacking.map((key) => [...path, key]);
    this.#add(record, { path, token: 'value' }, words, paths);
  }

  record(record: object, words: Words): void {
    const path = pathOf(record);
    this.#add(record, { path, token: 'value' }, words, [path]);
  }

  order(constraint: Constraint, words: Words): void {
    const { subject, other } = sides(constraint);
    const path = pathOf(subject.record, subject.key);
    const related = words.related ?? [
      { record: other.record, key: other.key, message: `${other.date} is written here` },
    ];
    const inPlaceOf = [subject, other].flatMap((day) => day.inPlaceOf ?? []);
    this.#add(subject.record, { path, token: 'value' }, { ...words, related }, [path], inPlaceOf);
  }

  #add(
    record: object,
    target: Target,
    words: Words,
    facts: readonly Path[],
    others: readonly Fact[] = [],
  ): void {
    // What another plan of the run says cannot be in doubt here: paths are those of one plan.
    const related = (words.related ?? []).filter((place) => areOfOnePlan(place.record, record));
    const doubted = [...facts, ...related.map((place) => pathOf(place.record, place.key))];
    const basis = [...doubted, ...pathsOf((words.restsOn ?? []).slice(0, mostFacts))];
    const inPlaceOf = pathsOf([...others, ...related.flatMap((place) => place.inPlaceOf ?? [])]);
    const rule = this.#rule;
    this.#observations.push({ rule, words, target, record, basis, doubted, inPlaceOf });
  }
}

/** The same for what `rule` finds in the prose of a file. */
export function proseReportTo(
  observations: Observation[],
  rule: Rule,
  file: PlanFile,
): ProseReport {
  const { start: before = 0 } = file.proseRange ?? {};
  return {
    at({ start, end }, words, about) {
      const facts = pathsOf(words.restsOn ?? []);
      const basis = about ? [about, ...facts] : facts;
      const range = { start: before + start, end: before + end };
      observations.push({ rule, words, target: { file, range }, basis, doubted: [] });
    },
  };
}

function sides({ earlier, later, about }: Constraint) {
  return about === 'later'
    ? { subject: later, other: earlier }
    : { subject: earlier, other: later };
}

function pathsOf(facts: readonly Fact[]): Path[] {
  return facts.map((fact) => pathOf(fact.record, fact.key));
}
