import { type EventKind, eventsOf } from '../../lifecycle/events.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { sectionOf, shownName } from '../environments/names.ts';

/** An event of a plan: a row of the table beside the timeline. Texts may be the plan's own. */
export interface TimelineRow {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly kind: EventKind;
  readonly environment: { readonly name: string; readonly href: string } | undefined;
  /** Undefined where the plan does not say on which day it was true. */
  readonly state: 'past' | 'planned' | undefined;
}

/** The table twin of the timeline: all events in order. */
export function timelineRows(plan: Plan): TimelineRow[] {
  return eventsOf(plan).map(({ date, title, kind, environment }) => ({
    date,
    title,
    kind,
    environment: environment && { name: shownName(environment), href: sectionOf(environment) },
    state: stateOf(plan, date),
  }));
}

function stateOf(plan: Plan, date: string): TimelineRow['state'] {
  if (plan.facts.statusDate === undefined) return undefined;
  return plan.hasHappened(date) ? 'past' : 'planned';
}
