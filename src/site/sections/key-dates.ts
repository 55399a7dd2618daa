import { eventsOf, type PlanEvent } from '../../lifecycle/events.ts';
import type { Plan } from '../../lifecycle/plan.ts';

/** A date that a reader looks for first. */
export interface KeyDate {
  readonly date: string;
  readonly title: string;
  /** `now` is the status date itself; of a plan without one nothing can be told. */
  readonly state: 'past' | 'now' | 'planned' | undefined;
}

const kinds: readonly PlanEvent['kind'][] = ['milestone', 'creation', 'upgrade', 'end'];

/** The dates that a reader looks for first, in order, with the status date where it belongs. */
export function keyDatesOf(plan: Plan): KeyDate[] {
  const { statusDate } = plan.facts;
  const events = eventsOf(plan).filter(({ kind }) => kinds.includes(kind));
  const dates = events.map(({ date, title }): KeyDate => {
    const state = plan.hasHappened(date) ? 'past' : 'planned';
    return { date, title, state: statusDate === undefined ? undefined : state };
  });
  if (statusDate === undefined) return dates;
  const past = dates.filter(({ state }) => state === 'past');
  const now: KeyDate = { date: statusDate, title: 'Status of this plan', state: 'now' };
  return [...past, now, ...dates.slice(past.length)];
}
