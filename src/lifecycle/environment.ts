import type { PlanFacts } from '../../schemas/plan.ts';
import { type InstanceId, instanceIds, instanceNames, type Kind } from './kinds.ts';
import { earliest, latest, type Moment, moment, standingIn } from './moments.ts';
import { type Fact, type View, viewed } from './records.ts';
import { quote } from './words.ts';

export type EnvironmentFacts = NonNullable<NonNullable<PlanFacts['environments']>[string]>;
export type InstanceFacts = NonNullable<EnvironmentFacts['main']>;
export type IqFacts = NonNullable<EnvironmentFacts['iq']>;

/** The days on which something exists. An unknown start or end is open. */
export interface Life {
  readonly start: Moment | undefined;
  readonly end: Moment | undefined;
}

/** An IQ, and what it qualifies. */
export interface Qualification {
  readonly iq: IqFacts;
  /** "PROD Test", or "PROD" where one IQ covers its instances. */
  readonly name: string;
  /** The days on which the first and the last of the instances it covers came into being. */
  readonly firstCreated: Moment | undefined;
  readonly lastCreated: Moment | undefined;
}

/** A date on which an instance comes into being, or both instances of a pair. */
export interface Creation {
  /** "VAL Test", or "VAL" where the date holds for the environment. */
  readonly name: string;
  readonly day: Moment;
}

/** An environment of a plan: a view of what is written, in the words of the lifecycle. */
export class Environment implements View {
  readonly id: string;
  /** Undefined where the plan names no kind that exists. */
  readonly kind: Kind | undefined;
  readonly facts: EnvironmentFacts;
  /** "VAL", or "VAL `val-27-1`" where the id does not say it already. */
  readonly name: string;
  /** The instances that the plan has: Main and Test of a pair, or the one of a single environment. */
  readonly instances: readonly Instance[];
  readonly main: Instance | undefined;
  readonly test: Instance | undefined;
  /** The day it came into being: its own date, else the first of its instances' where each has one. */
  readonly created: Moment | undefined;
  readonly destroyed: Moment | undefined;
  readonly #promotion: () => Moment | undefined;
  #qualifications: readonly Qualification[] | undefined;
  #life: Life | undefined;

  /** @param promotion the day on which Pre-PROD becomes PROD Main */
  constructor(
    id: string,
    kind: Kind | undefined,
    facts: EnvironmentFacts,
    promotion: () => Moment | undefined,
  ) {
    this.id = id;
    this.kind = kind;
    this.facts = facts;
    this.name = nameOf(id, kind);
    this.#promotion = promotion;
    this.main = this.#instance('main');
    this.test = this.#instance('test');
    this.instances = kind?.paired
      ? [this.main, this.test].filter((instance) => instance !== undefined)
      : [new Instance(this, undefined, facts)];
    this.created = this.#findCreated();
    this.destroyed = moment(facts, 'destroyed');
  }

  get [viewed](): EnvironmentFacts {
    return this.facts;
  }

  /** One instance of a pair, if this is one and the plan has it. */
  #instance(id: InstanceId): Instance | undefined {
    const facts = this.kind?.paired ? this.facts[id] : undefined;
    return facts && new Instance(this, id, facts);
  }

  #findCreated(): Moment | undefined {
    const own = moment(this.facts, 'created');
    if (own || this.instances.length < instanceIds.length) return own;
    const dates = this.instances.map((instance) => moment(instance.facts, 'created'));
    if (dates.includes(undefined)) return undefined;
    return standingIn(earliest(dates), { record: this.facts, key: 'created' });
  }

  /** The dates on which its instances come into being, each once: a pair's own holds for both. */
  get creations(): Creation[] {
    const own = this.instances.flatMap(({ name, facts }) => {
      const day = moment(facts, 'created');
      return day ? [{ name, day }] : [];
    });
    const shared = moment(this.facts, 'created');
    const replaced = own.length > 0 && own.length === this.instances.length;
    return shared && !replaced ? [{ name: this.name, day: shared }, ...own] : own;
  }

  /** The IQs of its instances: their own, and the one that covers those without. */
  get qualifications(): readonly Qualification[] {
    this.#qualifications ??= this.#findQualifications();
    return this.#qualifications;
  }

  #findQualifications(): Qualification[] {
    const own = this.instances.flatMap(({ id, name, facts: { iq }, created }) =>
      id !== undefined && iq ? [{ iq, name, firstCreated: created, lastCreated: created }] : [],
    );
    const { iq } = this.facts;
    if (!iq) return own;
    const covered = this.instances.filter(({ facts }) => !facts.iq);
    const dates = (covered.length ? covered : this.instances).map(({ created }) => created);
    if (dates.length === 0) dates.push(this.created);
    const sole = covered.length === 1 ? covered[0] : undefined;
    const others = [
      ...this.lacking,
      ...covered.map(({ facts: record }) => ({ record, key: 'iq' })),
    ];
    const firstCreated = standingIn(earliest(dates), ...others);
    const lastCreated = standingIn(latest(dates), ...others);
    return [{ iq, name: (sole ?? this).name, firstCreated, lastCreated }, ...own];
  }

  /** The instances that a pair should have, and the plan does not. */
  get lacking(): Fact[] {
    if (!this.kind?.paired) return [];
    const absent = instanceIds.filter((id) => this.facts[id] === undefined);
    return absent.map((key) => ({ record: this.facts, key }));
  }

  /** From its creation to its destruction; Pre-PROD ends on the day it is promoted. */
  get life(): Life {
    this.#life ??= {
      start: this.created,
      end: this.kind?.id === 'pre-prod' ? this.#promotion() : this.destroyed,
    };
    return this.#life;
  }
}

/** One running ClinSpark: Main or Test of a pair, or the instance of a single environment. */
export class Instance implements View {
  readonly environment: Environment;
  /** Undefined on a single environment. */
  readonly id: InstanceId | undefined;
  readonly facts: InstanceFacts;
  /** "PROD Test"; for a single environment its own name. */
  readonly name: string;
  /** The day it came into being: its own date, else its environment's. */
  readonly created: Moment | undefined;
  /** The day of its IQ. */
  readonly qualified: Moment | undefined;
  #life: Life | undefined;

  constructor(environment: Environment, id: InstanceId | undefined, facts: InstanceFacts) {
    this.environment = environment;
    this.id = id;
    this.facts = facts;
    this.name = id === undefined ? environment.name : `${environment.name} ${instanceNames[id]}`;
    this.created =
      moment(facts, 'created') ??
      standingIn(moment(environment.facts, 'created'), { record: facts, key: 'created' });
    this.qualified = facts.iq
      ? moment(facts.iq, 'date')
      : standingIn(moment(environment.facts.iq, 'date'), { record: facts, key: 'iq' });
  }

  get [viewed](): InstanceFacts {
    return this.facts;
  }

  /** As a plan refers to it: `prod.test`, or `pre-prod`. */
  get reference(): string {
    const { id } = this.environment;
    return this.id === undefined ? id : `${id}.${this.id}`;
  }

  get life(): Life {
    this.#life ??= { start: this.created, end: this.environment.life.end };
    return this.#life;
  }

  /** Its own IQ, else the one that covers its environment. */
  get iq(): IqFacts | undefined {
    return this.facts.iq ?? this.environment.facts.iq;
  }

  /** Its own release, else its environment's. */
  get release(): string | undefined {
    return this.facts.release ?? this.environment.facts.release;
  }
}

function nameOf(id: string, kind: Kind | undefined): string {
  if (!kind) return quote(id);
  return id === kind.id ? kind.name : `${kind.name} ${quote(id)}`;
}
