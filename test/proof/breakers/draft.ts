import type { PlanFacts } from '../../../schemas/plan.ts';
import { addDays } from '../../../src/lifecycle/dates.ts';
import type { EnvironmentFacts, IqFacts } from '../../../src/lifecycle/environment.ts';
import { isKindId, type KindId, kinds } from '../../../src/lifecycle/kinds.ts';
import { formatPath, type Path } from '../../../src/lifecycle/paths.ts';
import type { Training, Upgrade, Validation } from '../../../src/lifecycle/plan.ts';

/** A valid plan that is about to be broken, and questions that one asks of it for that. */

/** Where a finding is to be: the path it names, and the token that it points at. */
export interface Expected {
  /** Null for prose. */
  readonly path: string | null;
  readonly token: 'value' | 'key' | 'prose';
  /** Writes what cannot be read where something was taken out; gives the paths of it. */
  readonly misread?: () => string[];
}

/** An environment of the plan. */
export interface Home {
  readonly id: string;
  readonly kind: KindId;
  readonly facts: EnvironmentFacts;
}

/** A date, and where it stands. */
export interface Day {
  readonly record: object;
  readonly key: string;
  readonly date: string;
}

export class Draft {
  readonly plan: PlanFacts;
  /** The prose of the plan, where it has to be something else than some words. */
  prose: readonly string[] | undefined;
  readonly #dice: readonly number[];
  #thrown = 0;

  constructor(plan: PlanFacts, dice: readonly number[] = []) {
    this.plan = structuredClone(plan);
    this.#dice = dice;
  }

  /** One of `count` numbers, from 0. */
  number(count: number): number {
    const die = this.#dice[this.#thrown % this.#dice.length] ?? 0;
    this.#thrown += 1;
    return die % count;
  }

  /** One of some candidates; undefined where there is none. */
  one<T>(candidates: readonly T[] | undefined): T | undefined {
    return candidates?.length ? candidates[this.number(candidates.length)] : undefined;
  }

  /** Lines of prose, in which that is marked which the finding is to point at. */
  write(...lines: readonly string[]): Expected {
    this.prose = ['', ...lines];
    return { path: null, token: 'prose' };
  }

  /** The value of `key` is what a finding is to point at. */
  value(record: object | undefined, key: string): Expected | undefined {
    return record && { path: this.path(record, key), token: 'value' };
  }

  key(record: object | undefined, key: string): Expected | undefined {
    return record && { path: this.path(record, key), token: 'key' };
  }

  /** The record as a whole: its key, or its first key in a list. */
  record(record: object | undefined): Expected | undefined {
    return record && { path: this.path(record), token: 'value' };
  }

  /** Takes keys out of a record; the finding is to point at the record. */
  without<T extends object>(record: T | undefined, ...keys: (keyof T)[]): Expected | undefined {
    const held = keys.filter((key) => record?.[key] !== undefined);
    if (!record || held.length === 0) return undefined;
    const isList = new Map(held.map((key) => [key, Array.isArray(record[key])]));
    for (const key of held) delete record[key];
    const misread = () =>
      held.map((key) => {
        Reflect.set(record, key, isList.get(key) ? 'unreadable' : ['unreadable']);
        return this.path(record, String(key));
      });
    return { path: this.path(record), token: 'value', misread };
  }

  /** Writes a value; the finding is to point at it. */
  put<T extends object, K extends keyof T & string>(
    record: T | undefined,
    key: K,
    value: T[K],
  ): Expected | undefined {
    if (!record) return undefined;
    record[key] = value;
    return this.value(record, key);
  }

  path(record: object, key?: string): string {
    const path = pathTo(this.plan, record);
    if (!path) throw new Error('The plan does not hold this record');
    return formatPath(key === undefined ? path : [...path, key]);
  }

  day<T extends object>(record: T | undefined, key: keyof T & string): Day | undefined {
    const date = record?.[key];
    return record && typeof date === 'string' ? { record, key, date } : undefined;
  }

  happened(date: string | undefined): boolean {
    return date !== undefined && date <= (this.plan.statusDate ?? '');
  }

  /** A day that has come, and one that has not. */
  get past(): string {
    return addDays(this.plan.statusDate ?? '', -this.number(30));
  }

  get future(): string {
    return addDays(this.plan.statusDate ?? '', 1 + this.number(30));
  }

  get environments(): Home[] {
    return Object.entries(this.plan.environments ?? {}).flatMap(([id, facts]) =>
      facts ? [{ id, kind: isKindId(id) ? id : (facts.kind ?? 'val'), facts }] : [],
    );
  }

  of(...wanted: readonly KindId[]): Home[] {
    return this.environments.filter(({ kind }) => wanted.includes(kind));
  }

  get pairs(): Home[] {
    return this.environments.filter(({ kind }) => kinds[kind].paired);
  }

  get controlled(): Home[] {
    return this.of('pre-prod', 'val', 'prod');
  }

  /** Takes the changes out, so that no finding of a validation is needed. */
  forgetChanges(): void {
    for (const { facts } of this.environments) delete facts.changes;
  }

  get sandbox(): Home {
    return this.#only('sandbox');
  }

  get preProd(): Home {
    return this.#only('pre-prod');
  }

  get prod(): Home {
    return this.#only('prod');
  }

  get community(): Home {
    return this.#only('community');
  }

  /** The VAL of the onboarding. */
  get val(): Home {
    const val = this.of('val').find(({ facts }) => facts.clonedFrom === this.preProd.id);
    if (!val) throw new Error('The plan has no VAL for the onboarding');
    return val;
  }

  /** The VALs of upgrades. */
  get upgradeVals(): Home[] {
    return this.of('val').filter(({ id }) => id !== this.val.id);
  }

  validationsIn({ id }: Home): Validation[] {
    return (this.plan.validations ?? []).filter(({ environment }) => environment === id);
  }

  get validations(): readonly Validation[] {
    return this.plan.validations ?? [];
  }

  get upgrades(): readonly Upgrade[] {
    return this.plan.upgrades ?? [];
  }

  get training(): readonly Training[] {
    return this.plan.training ?? [];
  }

  /** The days on which the environment, or one of its instances, comes into being. */
  creations({ facts }: Home): Day[] {
    const own = [this.day(facts.main, 'created'), this.day(facts.test, 'created')];
    const shared = this.day(facts, 'created');
    const days = own.every((day) => day) ? own : [shared, ...own];
    return days.filter((day) => day !== undefined);
  }

  /** The day on which an instance comes into being: its own, else its environment's. */
  creation({ facts }: Home, instance: 'main' | 'test'): Day | undefined {
    return this.day(facts[instance], 'created') ?? this.day(facts, 'created');
  }

  get promotion(): Day | undefined {
    return this.creation(this.prod, 'main');
  }

  /** The environment that a reference names, and the instance if it names one. */
  named(reference: string | undefined): { home: Home; instance?: 'main' | 'test' } | undefined {
    const [id, instance] = reference?.split('.') ?? [];
    const home = this.environments.find((candidate) => candidate.id === id);
    if (!home) return undefined;
    return instance === 'main' || instance === 'test' ? { home, instance } : { home };
  }

  /** The day on which what a reference names begins. */
  beginOf(reference: string | undefined): Day | undefined {
    const { home, instance } = this.named(reference) ?? {};
    return home && (instance ? this.creation(home, instance) : this.begin(home));
  }

  /** The day on which what a reference names ends. */
  endOf(reference: string | undefined): Day | undefined {
    const { home } = this.named(reference) ?? {};
    return home && this.end(home);
  }

  /** The IQs of the instances that a reference names. */
  iqsOf(reference: string | undefined): Day[] {
    const { home, instance } = this.named(reference) ?? {};
    if (!home) return [];
    const instances = instance ? [instance] : (['main', 'test'] as const);
    const iqs = instances.map((id) => this.iqOf(home, id));
    return [...new Set(iqs)].flatMap((iq) => this.day(iq, 'date') ?? []);
  }

  /** The day on which the environment begins. */
  begin(home: Home): Day | undefined {
    return this.day(home.facts, 'created') ?? earliest(this.creations(home));
  }

  /** The day on which the environment ends, if it does. */
  end(home: Home): Day | undefined {
    return home.kind === 'pre-prod' ? this.promotion : this.day(home.facts, 'destroyed');
  }

  iqs({ facts }: Home): IqFacts[] {
    return [facts.iq, facts.main?.iq, facts.test?.iq].filter((iq) => iq !== undefined);
  }

  iqOf({ facts }: Home, instance: 'main' | 'test'): IqFacts | undefined {
    return facts[instance]?.iq ?? facts.iq;
  }

  #only(kind: KindId): Home {
    const [home] = this.of(kind);
    if (!home) throw new Error(`The plan has no ${kind}`);
    return home;
  }
}

export function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return sorted(days)[0];
}

export function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return sorted(days).at(-1);
}

function sorted(days: readonly (Day | undefined)[]): Day[] {
  return days
    .filter((day) => day !== undefined)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function pathTo(value: unknown, record: object, path: Path = []): Path | undefined {
  if (value === record) return path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathTo(inner, record, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
