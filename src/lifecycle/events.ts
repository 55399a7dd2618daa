import type { Environment, Instance } from './environment.ts';
import { iterationsOf } from './migration.ts';
import { type Moment, moment } from './moments.ts';
import { byDay } from './order.ts';
import { originOf } from './origin.ts';
import type { Path } from './paths.ts';
import type { Plan } from './plan.ts';
import { pathOf } from './records.ts';
import { upgradeDays } from './upgrades.ts';

/** What sort of thing happens; diagrams and calendars show each in its own way. */
export const eventKinds = [
  'milestone',
  'creation',
  'qualification',
  'change',
  'configuration',
  'migration',
  'validation',
  'training',
  'upgrade',
  'end',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Something that a plan dates, as one says it: "VAL cloned from Pre-PROD". */
export interface PlanEvent {
  readonly date: string;
  readonly kind: EventKind;
  readonly title: string;
  /** The environment it happens to or in, if it is one environment's. */
  readonly environment: Environment | undefined;
  /** Where it is written. */
  readonly moment: Moment;
}

/** All steps that a plan dates, in order, without what is done in between; what falls on one day stands in the order of the lifecycle. */
export function eventsOf(plan: Plan): PlanEvent[] {
  return [...unsorted(plan)].sort((a, b) => byDay(a.date, b.date));
}

/**
 * The fact that an event is of, which stays the same when its date is moved. An instance’s own day is
 * meant even where its pair’s stands for it.
 */
export function factOf({ moment: { record, key, inPlaceOf } }: PlanEvent): Path {
  const [own] = inPlaceOf ?? [];
  const fact = own ?? { record, key };
  return pathOf(fact.record, fact.key);
}

/** The first event after the status date. */
export function nextEventOf(plan: Plan): PlanEvent | undefined {
  const { statusDate } = plan.facts;
  if (statusDate === undefined) return undefined;
  return eventsOf(plan).find(({ date }) => date > statusDate);
}

function* unsorted(plan: Plan): Generator<PlanEvent> {
  yield* event(moment(plan.facts, 'contractSigned'), 'milestone', 'Contract signed');
  for (const environment of plan.allEnvironments) yield* lifeEvents(plan, environment);
  yield* migrationEvents(plan);
  yield* configurationEvents(plan);
  yield* validationEvents(plan);
  yield* trainingEvents(plan);
  yield* event(plan.goLive, 'milestone', 'Go-live');
  yield* upgradeEvents(plan);
  for (const environment of plan.allEnvironments) {
    yield* event(environment.destroyed, 'end', `${environment.name} destroyed`, environment);
  }
}

function* event(
  at: Moment | undefined,
  kind: EventKind,
  title: string,
  environment?: Environment,
): Generator<PlanEvent> {
  if (at) yield { date: at.date, kind, title, environment, moment: at };
}

function* lifeEvents(plan: Plan, environment: Environment): Generator<PlanEvent> {
  yield* creationEvents(plan, environment);
  for (const { iq, name } of environment.qualifications) {
    yield* event(moment(iq, 'date'), 'qualification', `IQ of ${name}`, environment);
  }
  const { facts, name } = environment;
  yield* event(moment(facts, 'access'), 'milestone', `Access to ${name}`, environment);
  yield* event(
    moment(facts, 'obfuscated'),
    'creation',
    `Volunteers’ data obfuscated in ${name}`,
    environment,
  );
  for (const change of facts.changes ?? []) {
    const title = [change.ecr, change.summary].filter(Boolean).join(': ');
    yield* event(moment(change, 'date'), 'change', title || `Change to ${name}`, environment);
  }
  for (const report of facts.reports ?? []) {
    const title = `Configuration Report of ${name}`;
    yield* event(moment(report, 'date'), 'configuration', title, environment);
  }
}

/** One event for a pair that came into being in one step, one each where its instances did not. */
function* creationEvents(plan: Plan, environment: Environment): Generator<PlanEvent> {
  const dates = new Set(environment.instances.map(({ created }) => created?.date));
  const isOneStep = dates.size <= 1 && environment.facts.promotedFrom === undefined;
  if (isOneStep || environment.instances.length === 0) {
    const created = environment.instances[0]?.created ?? environment.created;
    yield* event(created, 'creation', creation(plan, environment), environment);
    return;
  }
  for (const instance of environment.instances) {
    yield* event(instance.created, 'creation', creation(plan, environment, instance), environment);
  }
}

function creation(plan: Plan, environment: Environment, instance?: Instance): string {
  const { how, from } = originOf(environment, instance);
  const { name } = instance ?? environment;
  const source = plan.environment(from)?.name ?? from;
  if (how === 'promoted') return `${source} promoted to ${name}`;
  return how === 'cloned' ? `${name} cloned from ${source}` : `${name} created`;
}

function* migrationEvents(plan: Plan): Generator<PlanEvent> {
  const { migration } = plan.facts;
  if (!migration) return;
  const [environment] = plan.ofKind('migration');
  for (const { number, iteration } of iterationsOf(plan)) {
    const name = `Iteration ${number}`;
    const reviewed = iteration.outcome === 'accepted' ? 'accepted' : 'reviewed';
    yield* event(
      moment(iteration, 'specReviewed'),
      'migration',
      `${name}: specification reviewed`,
      environment,
    );
    yield* event(moment(iteration, 'loaded'), 'migration', `${name}: loaded`, environment);
    yield* event(moment(iteration, 'reviewed'), 'migration', `${name}: ${reviewed}`, environment);
  }
  const acceptance = moment(migration.acceptance, 'date');
  yield* event(acceptance, 'migration', 'Acceptance test of the migration scripts', environment);
  const approval = moment(migration.approval, 'date');
  yield* event(approval, 'milestone', 'Migration scripts approved', environment);
  yield* event(moment(migration, 'legacyFrozen'), 'milestone', 'Legacy database frozen');
  const prod = plan.ofKind('prod')[0];
  const migrated = moment(migration, 'databaseMigrated');
  yield* event(migrated, 'milestone', 'Participants’ data migrated into PROD', prod);
}

function* configurationEvents(plan: Plan): Generator<PlanEvent> {
  const what = {
    configuration: 'Configuration',
    'crf-elements': 'CRF design elements',
    'study-library': 'Study library',
    'study-design': 'Study design',
  } as const;
  for (const transfer of plan.transfers) {
    const to = plan.place(transfer.to)?.environment;
    const carried = transfer.what ? what[transfer.what] : 'Transfer';
    const how = transfer.method === 'by-hand' ? 'entered by hand in' : 'carried to';
    const title = `${carried} ${how} ${to?.name ?? transfer.to ?? 'another environment'}`;
    yield* event(moment(transfer, 'date'), 'configuration', title, to);
  }
  const library = plan.facts.masterLibrary;
  const home = plan.environment(library?.environment);
  yield* event(moment(library, 'ready'), 'configuration', 'Master library ready', home);
  for (const environment of plan.ofKind('pre-prod')) {
    const final = moment(environment.facts, 'configurationFinal');
    yield* event(final, 'milestone', `Configuration of ${environment.name} final`, environment);
  }
}

function* validationEvents(plan: Plan): Generator<PlanEvent> {
  for (const validation of plan.validations) {
    const environment = plan.environment(validation.environment);
    const name = environment?.name ?? validation.environment ?? 'VAL';
    const started = moment(validation, 'started');
    yield* event(started, 'validation', `Validation in ${name} begins`, environment);
    for (const finding of validation.findings ?? []) {
      const title = `Finding ${finding.id ?? ''}`.trim();
      yield* event(moment(finding, 'opened'), 'validation', `${title} opened`, environment);
      yield* event(moment(finding, 'resolved'), 'validation', `${title} resolved`, environment);
    }
    const completed = moment(validation, 'completed');
    yield* event(completed, 'milestone', `Validation in ${name} completed`, environment);
  }
}

function* trainingEvents(plan: Plan): Generator<PlanEvent> {
  for (const training of plan.training) {
    const place = plan.place(training.instance);
    const environment = place?.environment;
    const group = training.group ?? 'Users';
    const where = place?.instance?.name ?? environment?.name ?? training.instance;
    const begins = where ? `${group}: training in ${where} begins` : `${group}: training begins`;
    yield* event(moment(training, 'started'), 'training', begins, environment);
    yield* event(moment(training, 'signedOff'), 'training', `${group}: signed off`, environment);
    const access = `${group}: access to PROD Main`;
    yield* event(moment(training, 'mainAccess'), 'training', access, plan.ofKind('prod')[0]);
  }
}

function* upgradeEvents(plan: Plan): Generator<PlanEvent> {
  const prod = plan.ofKind('prod')[0];
  for (const upgrade of plan.upgrades) {
    const to = upgrade.release ? ` to ${upgrade.release}` : '';
    const { main, test } = upgradeDays(upgrade);
    if (main?.date === test?.date) {
      yield* event(main, 'upgrade', `PROD upgraded${to}`, prod);
      continue;
    }
    yield* event(main, 'upgrade', `PROD Main upgraded${to}`, prod);
    yield* event(test, 'upgrade', `PROD Test upgraded${to}`, prod);
  }
}
