import type { Environment } from '../../lifecycle/environment.ts';
import { eventsOf, type PlanEvent } from '../../lifecycle/events.ts';
import { moment } from '../../lifecycle/moments.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { endingOf, startOf, stateOf } from '../../lifecycle/state.ts';
import { instanceName, shownName } from '../environments/names.ts';

/** Something that lasts: the life of an instance, an iteration, a validation, a training. */
export interface Span {
  readonly from: string;
  /** Undefined where no end is known. */
  readonly to: string | undefined;
  /** What it is called; may be a plan's text. */
  readonly name: string;
  /** The record that says so: events of the same record belong to it. */
  readonly record: object | undefined;
  /** It does not end, but becomes something else. */
  readonly isPromoted?: boolean;
}

/** A strip of the timeline. */
export interface Lane {
  readonly kind: 'milestones' | 'environment' | 'work';
  readonly name: string;
  /** The state of an environment on the status date. */
  readonly note: string | undefined;
  /** What `timeline.css` knows it by. */
  readonly classes: readonly string[];
  readonly spans: readonly Span[];
  readonly events: readonly PlanEvent[];
}

/** The strips of a plan's timeline. Every event of the plan is in one of them. */
export function lanesOf(plan: Plan): Lane[] {
  const events = eventsOf(plan);
  const work = { migration: 'Data migration', validation: 'Validation', training: 'Training' };
  const isWork = ({ kind }: PlanEvent) => Object.hasOwn(work, kind);
  const isMilestone = (event: PlanEvent) =>
    event.kind === 'milestone' || (!isWork(event) && !event.environment);
  const lanes: Lane[] = [
    { ...bare, kind: 'milestones', name: 'Milestones', events: events.filter(isMilestone) },
    ...plan.allEnvironments.map((environment) => ({
      kind: 'environment' as const,
      name: shownName(environment),
      note: stateOf(plan, environment),
      classes: classesOf(environment),
      spans: lifeSpans(environment),
      events: events.filter(
        (event) => event.environment === environment && !isMilestone(event) && !isWork(event),
      ),
    })),
    ...(['migration', 'validation', 'training'] as const).map((kind) => ({
      ...bare,
      kind: 'work' as const,
      name: work[kind],
      spans: workSpans[kind](plan),
      events: events.filter((event) => event.kind === kind),
    })),
  ];
  return lanes.filter(
    ({ kind, spans, events }) => kind === 'environment' || spans.length + events.length > 0,
  );
}

const bare = { note: undefined, classes: [], spans: [], events: [] };

function classesOf({ kind }: Environment): string[] {
  return [
    ...(kind?.controlled ? ['controlled'] : []),
    ...(kind?.owner === 'iqvia' ? ['shared'] : []),
  ];
}

/** One span for each instance. Of what IQVIA keeps, a plan knows when the customer's users get in. */
function lifeSpans(environment: Environment): Span[] {
  const access = moment(environment.facts, 'access')?.date;
  const ending = endingOf(environment);
  const subjects = environment.instances.length > 0 ? environment.instances : [environment];
  return subjects.flatMap((subject) => {
    const start = startOf(subject);
    const instance = 'environment' in subject ? instanceName(subject) : '';
    const name = `${shownName(environment)} ${instance}`.trim();
    const spans = span(access ?? start?.date, ending?.at.date, name, start?.record);
    return spans.map((each) => ({ ...each, isPromoted: ending?.by === 'promotion' }));
  });
}

const workSpans = {
  migration: ({ facts }: Plan) =>
    (facts.migration?.iterations ?? []).flatMap((iteration, index) => {
      const { specReviewed, loaded, reviewed } = iteration;
      return span(specReviewed ?? loaded, reviewed, `Iteration ${index + 1}`, iteration);
    }),
  validation: (plan: Plan) =>
    plan.validations.flatMap((validation) => {
      const { environment, started, completed } = validation;
      const place = plan.environment(environment);
      const name = place ? shownName(place) : (environment ?? 'Validation');
      return span(started, completed, name, validation);
    }),
  training: (plan: Plan) =>
    plan.training.flatMap((training) => {
      const { group, started, signedOff } = training;
      return span(started, signedOff, group ?? 'Users', training);
    }),
};

/** Nothing where the beginning is unknown, or where it ends before it begins. */
function span(
  from: string | undefined,
  to: string | undefined,
  name: string,
  record: object | undefined,
): Span[] {
  if (from === undefined || (to !== undefined && to < from)) return [];
  return [{ from, to, name, record }];
}
