import { sectionOf } from '../diagram/environments/names.ts';
import type { Environment, Instance } from '../lifecycle/environment.ts';
import { byDay } from '../lifecycle/order.ts';
import type { Plan } from '../lifecycle/plan.ts';
import { endingOf, releasesOf, stateOf, statesOf } from '../lifecycle/state.ts';
import type { InstanceLife } from './instance-life.ts';
import { planHref } from './links.ts';
import type { ReadableEntry } from './portfolio.ts';

/** An instance of a customer; a pair of which the plan has no instances stands for itself. */
export interface InstanceRow {
  readonly environment: Environment;
  readonly subject: Environment | Instance;
  readonly life: InstanceLife;
}

/** The instances that a customer has, had and will have. */
export interface CustomerInstances {
  readonly entry: ReadableEntry;
  readonly rows: readonly InstanceRow[];
  /** What IQVIA keeps, as the plan refers to it: several customers may mean the same. */
  readonly shared: readonly Environment[];
}

/** An environment that is to be destroyed. */
export interface Destruction {
  readonly entry: ReadableEntry;
  readonly environment: Environment;
  /** Undefined where the plan does not say when. */
  readonly date: string | undefined;
}

/** The instances of customers that have any, in the order of their plans. */
export function instancesOf(entries: readonly ReadableEntry[]): CustomerInstances[] {
  return entries.flatMap((entry) => {
    const { plan } = entry;
    const shared = plan.allEnvironments.filter(isShared);
    const own = plan.allEnvironments.filter((each) => !isShared(each));
    const rows = own.flatMap((environment) => rowsOf(plan, environment));
    return rows.length + shared.length > 0 ? [{ entry, rows, shared }] : [];
  });
}

/** What is to be destroyed after the status date of its plan, soonest first. */
export function destructionsOf(entries: readonly ReadableEntry[]): Destruction[] {
  const due = entries.flatMap((entry) =>
    entry.plan.allEnvironments
      .filter((environment) => isDue(entry.plan, environment))
      .map((environment) => ({ entry, environment, date: environment.destroyed?.date })),
  );
  return due.sort((a, b) => byDay(a.date, b.date));
}

/** The address of an environment's part of its plan's page. */
export function environmentHref(entry: ReadableEntry, environment: Environment): string {
  return planHref(entry.slug) + sectionOf(environment);
}

function rowsOf(plan: Plan, environment: Environment): InstanceRow[] {
  const { instances, kind } = environment;
  const common = {
    statusDate: plan.facts.statusDate,
    endsBy: endingOf(environment)?.by,
    controlled: kind?.controlled ?? false,
  };
  if (instances.length === 0) {
    const releases = [{ from: undefined, value: environment.facts.release }] as const;
    const life = { ...common, states: statesOf(environment), releases };
    return [{ environment, subject: environment, life }];
  }
  return instances.map((subject) => {
    const life = { ...common, states: statesOf(subject), releases: releasesOf(plan, subject) };
    return { environment, subject, life };
  });
}

function isShared({ kind }: Environment): boolean {
  return kind?.owner === 'iqvia';
}

/** Pre-PROD is promoted and PROD stays: of them only a destruction that is written is expected. */
function isDue(plan: Plan, environment: Environment): boolean {
  if (isShared(environment) || stateOf(plan, environment) === 'ended') return false;
  const ending = endingOf(environment);
  if (ending) return ending.by === 'destruction';
  return environment.kind?.longevity === 'ephemeral' && environment.kind.id !== 'pre-prod';
}
