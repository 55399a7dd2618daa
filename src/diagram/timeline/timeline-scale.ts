import { addDays, daysBetween } from '../../lifecycle/dates.ts';
import { eventsOf } from '../../lifecycle/events.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { headLength } from './bars.ts';
import { namesWidth, width } from './measures.ts';
import { Scale } from './scale.ts';
import { stepFor } from './ticks.ts';

const lastDay = '9999-12-31';

/** The days that a plan's timeline reaches over; undefined where the plan has no dates. */
export function timelineScale(plan: Plan): Scale | undefined {
  const dates = eventsOf(plan).map(({ date }) => date);
  if (plan.facts.statusDate !== undefined) dates.push(plan.facts.statusDate);
  const [first] = dates.sort();
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // What has no end is seen to go on, and the last name has room.
  const margin = Math.ceil(daysBetween(first, last) * 0.02) + 2;
  const end = addDays(last, Math.min(margin, daysBetween(last, lastDay)));
  const start = stepFor(first, end).floor(first);
  const left = namesWidth + 8;
  return new Scale(start, end, left, width - left - headLength - 3);
}
