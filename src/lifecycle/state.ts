import { Environment, type Instance } from './environment.ts';
import { earliest, type Moment } from './moments.ts';
import { byDay } from './order.ts';
import type { Plan } from './plan.ts';
import { type Spans, valueOn } from './spans.ts';
import { upgradeDays } from './upgrades.ts';

/** Where something stands on a plan's status date. */
export type State = 'planned' | 'exists' | 'ended';

/** The end of an environment: Pre-PROD is promoted, all others are destroyed. */
export interface Ending {
  readonly at: Moment;
  readonly by: 'promotion' | 'destruction';
}

/**
 * The state of an environment or instance on the status date. What IQVIA keeps for all customers
 * exists, unless the plan says otherwise.
 *
 * @returns undefined where the plan does not say enough to tell
 */
export function stateOf(plan: Plan, subject: Environment | Instance): State | undefined {
  const { statusDate } = plan.facts;
  if (statusDate === undefined && startOf(subject)) return undefined;
  return valueOn(statesOf(subject), statusDate);
}

/** The states of an environment or instance, day by day, as far as its plan tells them. */
export function statesOf(subject: Environment | Instance): Spans<State | undefined> {
  const environment = environmentOf(subject);
  const start = startOf(subject)?.date;
  const end = endingOf(environment)?.at.date;
  const undated = environment.kind?.owner === 'iqvia' ? 'exists' : undefined;
  const first = { from: undefined, value: start === undefined ? undated : 'planned' } as const;
  const ended = end === undefined ? [] : [{ from: end, value: 'ended' } as const];
  // What ends no later than it begins never exists.
  if (start === undefined || (end !== undefined && end <= start)) return [first, ...ended];
  return [first, { from: start, value: 'exists' }, ...ended];
}

/** The day something begins; for a pair, the day of the first of its instances. */
export function startOf(subject: Environment | Instance): Moment | undefined {
  if (subject.created || !(subject instanceof Environment)) return subject.created;
  return earliest(subject.instances.map(({ created }) => created));
}

/** How and when an environment ends, or is to end; undefined where no end is known. */
export function endingOf(environment: Environment): Ending | undefined {
  const isPromoted = environment.kind?.id === 'pre-prod';
  const promoted = isPromoted ? environment.life.end : undefined;
  const at = earliest([promoted, environment.destroyed]);
  return at && { at, by: at === promoted ? 'promotion' : 'destruction' };
}

/**
 * The release that an environment or instance has on the status date: the one it began with, or the
 * one it was last upgraded to.
 *
 * @returns undefined where the plan does not say, and for a pair whose instances differ
 */
export function releaseOf(plan: Plan, subject: Environment | Instance): string | undefined {
  if (!(subject instanceof Environment)) {
    return valueOn(releasesOf(plan, subject), plan.facts.statusDate);
  }
  const [first, ...others] = subject.instances.map((instance) => releaseOf(plan, instance));
  if (subject.instances.length === 0) return subject.facts.release;
  return others.every((release) => release === first) ? first : undefined;
}

/**
 * The releases of an instance, day by day. Only PROD is upgraded: every other environment is made
 * anew for another release. Undefined is a release that the plan does not name.
 */
export function releasesOf(plan: Plan, instance: Instance): Spans<string | undefined> {
  const { environment, id } = instance;
  const first = { from: undefined, value: instance.release };
  if (id === undefined || environment !== plan.ofKind('prod')[0]) return [first];
  const upgrades = plan.upgrades.flatMap((upgrade) => {
    const from = upgradeDays(upgrade)[id]?.date;
    return from === undefined ? [] : [{ from, value: upgrade.release }];
  });
  return [first, ...upgrades.toSorted((a, b) => byDay(a.from, b.from))];
}

function environmentOf(subject: Environment | Instance): Environment {
  return subject instanceof Environment ? subject : subject.environment;
}
