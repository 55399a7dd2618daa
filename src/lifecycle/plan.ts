import { kindOf } from '../../schemas/environments.ts';
import type { PlanFacts } from '../../schemas/plan.ts';
import type { Attachments } from './attachments.ts';
import { Environment, type Instance } from './environment.ts';
import { isKindId, type KindId, kinds } from './kinds.ts';
import { latest, type Moment, moment, standingIn } from './moments.ts';
import { type Fact, settle, settleLater } from './records.ts';
import { quote } from './words.ts';

export type Validation = NonNullable<PlanFacts['validations']>[number];
export type Finding = NonNullable<Validation['findings']>[number];
export type Upgrade = NonNullable<PlanFacts['upgrades']>[number];
export type Training = NonNullable<PlanFacts['training']>[number];
export type Activity = NonNullable<PlanFacts['activities']>[number];
export type Transfer = NonNullable<PlanFacts['transfers']>[number];
export type Decision = NonNullable<PlanFacts['decisions']>[number];
export type Waiver = NonNullable<PlanFacts['waivers']>[number];
export type Change = NonNullable<Environment['facts']['changes']>[number];
export type Report = NonNullable<Environment['facts']['reports']>[number];

/** What a reference names: an environment, or one instance of it. */
export interface Place {
  readonly environment: Environment;
  /** The instance that is named; undefined where the name is that of a whole pair. */
  readonly instance: Instance | undefined;
}

/** A change to Pre-PROD that VAL, cloned before it, does not have. */
export interface Adjustment {
  readonly environment: Environment;
  readonly change: Change;
  readonly day: Moment;
  /** The day on which VAL was cloned. */
  readonly cloning: Moment;
}

/** One customer's plan, with the questions that rules, diagrams and pages ask of it. */
export class Plan {
  /** The file's name without its ending. */
  readonly id: string;
  readonly facts: PlanFacts;
  /** The files beside the plan; undefined where it does not come from a folder. */
  readonly attachments: Attachments | undefined;
  /** All environments in the order in which they are written. */
  readonly allEnvironments: readonly Environment[];
  /** Each further environment of a kind of which an onboarding has one, and the one it repeats. */
  readonly duplicates: readonly {
    readonly environment: Environment;
    readonly first: Environment;
  }[];
  /** The environments, without the duplicates. */
  readonly environments: readonly Environment[];
  /**
   * The VAL of the onboarding: the first that is cloned from Pre-PROD; else the first that no
   * upgrade names; else the first. Undefined where that depends on a name that leads nowhere.
   */
  readonly onboardingVal: Environment | undefined;
  readonly #byId: ReadonlyMap<string | undefined, Environment>;
  readonly #byKind: ReadonlyMap<KindId | undefined, readonly Environment[]>;
  readonly #places = new Map<string, Place | undefined>();
  readonly #completions = new Map<Environment, Moment | undefined>();
  #unplacedValidations: readonly Fact[] | undefined;

  /**
   * @param id the file's name without its ending
   * @param facts what the plan says; taken over, not copied
   * @param attachments the files beside the plan, where it comes from a folder
   * @param isWhole whether nothing was left out of the facts because it could not be read
   */
  constructor(id: string, facts: PlanFacts, attachments?: Attachments, isWhole = false) {
    this.id = id;
    this.facts = isWhole ? settleLater(facts) : settle(facts);
    this.attachments = attachments;
    const promotion = () => this.promotion;
    this.allEnvironments = Object.entries(facts.environments ?? {}).flatMap(
      ([name, environment]) => {
        if (!environment) return [];
        const kind = kindOf(name, environment.kind);
        return [new Environment(name, kind && kinds[kind], environment, promotion)];
      },
    );
    this.#byId = new Map(this.allEnvironments.map((environment) => [environment.id, environment]));
    this.onboardingVal = this.#findOnboardingVal();
    this.duplicates = this.#findDuplicates();
    const repeated = new Set(this.duplicates.map(({ environment }) => environment));
    this.environments = this.allEnvironments.filter((environment) => !repeated.has(environment));
    this.#byKind = Map.groupBy(this.environments, ({ kind }) => kind?.id);
  }

  /** The customer's name; the plan's id where it is missing. */
  get customer(): string {
    return this.facts.customer ?? this.id;
  }

  /** Whether the plan itself says so: dated on or before the day it was last true. */
  hasHappened(date: string | undefined): boolean {
    // No day stands before the empty text: without a status date nothing has happened.
    const { statusDate = '' } = this.facts;
    return date !== undefined && date <= statusDate;
  }

  /** Whether an IQ of the environment has taken place, be it of one instance only. */
  isQualified({ qualifications }: Environment): boolean {
    return qualifications.some(({ iq }) => this.hasHappened(iq.date));
  }

  /** The environment with this id. */
  environment(id: string | undefined): Environment | undefined {
    return this.#byId.get(id);
  }

  /** The environments of a kind. */
  ofKind(kind: KindId): readonly Environment[] {
    return this.#byKind.get(kind) ?? [];
  }

  /** The environments under change control. */
  get controlled(): Environment[] {
    return this.environments.filter(({ kind }) => kind?.controlled);
  }

  /** The environments of the kinds that are not under change control. */
  get uncontrolled(): Environment[] {
    return this.environments.filter(({ kind }) => kind && !kind.controlled);
  }

  /** What `reference` names: `prod` the pair, `prod.test` one instance, `pre-prod` the single one. */
  place(reference: string | undefined): Place | undefined {
    if (reference === undefined) return undefined;
    if (!this.#places.has(reference)) this.#places.set(reference, this.#findPlace(reference));
    return this.#places.get(reference);
  }

  #findPlace(reference: string): Place | undefined {
    const [id, instanceId, ...rest] = reference.split('.');
    const environment = this.environment(id);
    if (!environment || rest.length > 0) return undefined;
    if (instanceId === undefined) {
      const single = environment.kind?.paired ? undefined : environment.instances[0];
      return { environment, instance: single };
    }
    const instance = environment.instances.find((candidate) => candidate.id === instanceId);
    return instance && { environment, instance };
  }

  /** What `reference` names, as one says it: "PROD Test"; as it is written where it names nothing. */
  nameAt(reference: string | undefined): string {
    const place = this.place(reference);
    if (place) return (place.instance ?? place.environment).name;
    return reference === undefined ? 'an environment' : quote(reference);
  }

  /** Whether a place is PROD Test, where users are trained and signed off. */
  isProdTest({ environment, instance }: Place): boolean {
    return environment.kind?.id === 'prod' && instance?.id === 'test';
  }

  /** The kind of the environment that `reference` names, alone or by one of its instances. */
  kindAt(reference: string | undefined): KindId | undefined {
    return this.place(reference)?.environment.kind?.id;
  }

  get validations(): readonly Validation[] {
    return this.facts.validations ?? [];
  }

  /** The validations that are done in an environment, in the order in which they are written. */
  validationsIn(environment: Environment): Validation[] {
    return this.validations.filter((validation) => validation.environment === environment.id);
  }

  /** What would tell where a validation is done, of each whose environment cannot be told. */
  get unplacedValidations(): readonly Fact[] {
    this.#unplacedValidations ??= this.#findUnplacedValidations();
    return this.#unplacedValidations;
  }

  #findUnplacedValidations(): Fact[] {
    const unplaced = this.validations.filter(({ environment }) => !this.environment(environment));
    return [
      { record: this.facts, key: 'validations' },
      ...unplaced.map((record) => ({ record, key: 'environment' })),
    ];
  }

  /** The day the last of the validations in an environment was, or is to be, completed. */
  completionIn(environment: Environment): Moment | undefined {
    if (!this.#completions.has(environment)) {
      const completed = this.validationsIn(environment).map((one) => moment(one, 'completed'));
      this.#completions.set(environment, latest(completed));
    }
    return this.#completions.get(environment);
  }

  get upgrades(): readonly Upgrade[] {
    return this.facts.upgrades ?? [];
  }

  /** The upgrades that are, or are to be, validated in a VAL. */
  upgradesValidatedIn(val: Environment): Upgrade[] {
    return this.upgrades.filter((upgrade) => upgrade.val === val.id);
  }

  get training(): readonly Training[] {
    return this.facts.training ?? [];
  }

  get activities(): readonly Activity[] {
    return this.facts.activities ?? [];
  }

  get transfers(): readonly Transfer[] {
    return this.facts.transfers ?? [];
  }

  /** What is carried from an environment of this kind into another environment. */
  transfersOutOf(kind: KindId): Transfer[] {
    return this.transfers.filter(({ from, to }) => {
      const [source, target] = [this.place(from)?.environment, this.place(to)?.environment];
      return source?.kind?.id === kind && target && target !== source;
    });
  }

  get decisions(): readonly Decision[] {
    return this.facts.decisions ?? [];
  }

  get waivers(): readonly Waiver[] {
    return this.facts.waivers ?? [];
  }

  /** Whether a legacy volunteer database is to be migrated; undefined where the plan does not say. */
  get hasSourceDatabase(): boolean | undefined {
    const { sourceDatabase } = this.facts;
    return sourceDatabase === undefined ? undefined : namesDatabase(sourceDatabase);
  }

  /** The day PROD Main comes into being, by promotion of Pre-PROD. */
  get promotion(): Moment | undefined {
    const prod = this.ofKind('prod')[0];
    if (!prod) return undefined;
    return prod.main ? prod.main.created : standingIn(prod.created, ...prod.lacking);
  }

  get goLive(): Moment | undefined {
    return moment(this.facts, 'goLive');
  }

  #findOnboardingVal(): Environment | undefined {
    const vals = this.allEnvironments.filter(({ kind }) => kind?.id === 'val');
    const cloned = vals.find(
      ({ facts }) => this.environment(facts.clonedFrom)?.kind?.id === 'pre-prod',
    );
    // An environment whose kind cannot be told may be the one.
    if (cloned || this.allEnvironments.some(({ kind }) => !kind)) return cloned;
    const unnamed = vals.filter(({ id }) => !this.#isNamedByUpgrade(id));
    // What a name means that leads nowhere would tell which of them it is.
    if (unnamed.length > 1 && this.#hasLostNames(vals)) return undefined;
    return unnamed[0] ?? vals[0];
  }

  /** The day on which the VAL of the onboarding was cloned, and the state of Pre-PROD with it. */
  get cloning(): Moment | undefined {
    return this.onboardingVal?.created;
  }

  /** The changes to Pre-PROD after VAL was cloned from it, until its own promotion. */
  get adjustments(): Adjustment[] {
    const { cloning, promotion } = this;
    if (!cloning) return [];
    const changes = this.ofKind('pre-prod').flatMap((environment) =>
      (environment.facts.changes ?? []).map((change) => ({ environment, change })),
    );
    return changes.flatMap(({ environment, change }) => {
      const day = moment(change, 'date');
      if (!day || day.date <= cloning.date) return [];
      if (promotion && day.date > promotion.date) return [];
      return [{ environment, change, day, cloning }];
    });
  }

  /** Whether a VAL is cloned from, or an upgrade validated in, what the plan does not have. */
  #hasLostNames(vals: readonly Environment[]): boolean {
    const names = [
      ...vals.map(({ facts }) => facts.clonedFrom),
      ...this.upgrades.map(({ val }) => val),
    ];
    return names.some((name) => name !== undefined && !this.environment(name));
  }

  #isNamedByUpgrade(id: string): boolean {
    return this.upgrades.some(({ val }) => val === id);
  }

  #findDuplicates(): { environment: Environment; first: Environment }[] {
    const first = new Map<KindId, Environment>();
    const duplicates: { environment: Environment; first: Environment }[] = [];
    if (this.onboardingVal) first.set('val', this.onboardingVal);
    for (const environment of this.allEnvironments) {
      const kind = environment.kind?.id;
      if (kind === undefined || kind === 'demo') continue;
      if (kind === 'val' && this.#isNamedByUpgrade(environment.id)) continue;
      const known = first.get(kind);
      if (known === undefined) first.set(kind, environment);
      else if (known !== environment) duplicates.push({ environment, first: known });
    }
    return duplicates;
  }
}

/** Whether `sourceDatabase` names a database, rather than saying in any case of letters `none`. */
export function namesDatabase(sourceDatabase: string): boolean {
  return sourceDatabase.trim().toLowerCase() !== 'none';
}

/** The kind whose name `reference` begins with, if it is one: `val` in `val.test`. */
export function kindNamedBy(reference: string): KindId | undefined {
  const id = reference.replace(/\..*/s, '');
  return isKindId(id) ? id : undefined;
}
