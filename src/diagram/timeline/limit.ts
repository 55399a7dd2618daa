import { eventsOf } from '../../lifecycle/events.ts';
import type { Plan } from '../../lifecycle/plan.ts';

/** Far more than can be told apart; as many are drawn within some seconds. */
const mostMarks = 2_500;

/**
 * Why the timeline of a plan is not drawn: it would be too large.
 *
 * @returns the end of a sentence; undefined where it can be drawn
 */
export function timelineExcess(plan: Plan): string | undefined {
  const marks = eventsOf(plan).length;
  if (marks <= mostMarks) return undefined;
  const [count, most] = [marks, mostMarks].map((number) => number.toLocaleString('en'));
  return `it would have ${count} marks, and at most ${most} are drawn`;
}
