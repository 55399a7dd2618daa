import { Environment, type Instance } from './environment.ts';
import { earliest, type Moment } from './moments.ts';
import type { Plan, Upgrade } from './plan.ts';
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
  const environment = environmentOf(subject);
  if (plan.hasHappened(endingOf(environment)?.at.date)) return 'ended';
  const start = startOf(subject);
  if (!start) return environment.kind?.owner === 'iqvia' ? 'exists' : undefined;
  if (plan.facts.statusDate === undefined) return undefined;
  return plan.hasHappened(start.date) ? 'exists' : 'planned';
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
  if (!(subject instanceof Environment)) return upgradedTo(plan, subject) ?? subject.release;
  const [first, ...others] = subject.instances.map((instance) => releaseOf(plan, instance));
  if (subject.instances.length === 0) return subject.facts.release;
  return others.every((release) => release === first) ? first : undefined;
}

/** Only PROD is upgraded: every other environment is made anew for another release. */
function upgradedTo(plan: Plan, { environment, id }: Instance): string | undefined {
  if (id === undefined || environment !== plan.ofKind('prod')[0]) return undefined;
  const done = plan.upgrades.filter((each) => plan.hasHappened(upgradeDays(each)[id]?.date));
  const day = (upgrade: Upgrade) => upgradeDays(upgrade)[id]?.date ?? '';
  return done.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)).at(-1)?.release;
}

function environmentOf(subject: Environment | Instance): Environment {
  return subject instanceof Environment ? subject : subject.environment;
}
