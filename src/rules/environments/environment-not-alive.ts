import type { Constraint } from '../../lifecycle/constraints.ts';
import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { earliest, latest, type Moment, moment } from '../../lifecycle/moments.ts';
import type { Change, Plan } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';
import iqBeforeCreation from '../change-control/iq-before-creation.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { groupOf } from '../training-and-access/group.ts';
import valDestroyedBeforeValidation from '../validation/val-destroyed-before-validation.ts';
import persistentWithEnd from './persistent-with-end.ts';

/** Something dated, and a day on which its environment begins or ends. */
interface Within extends Constraint {
  readonly event: Step['event'];
  /** What must be there: one of them begins or ends on the other date. */
  readonly homes: readonly Home[];
}

export default orderRule<Within>({
  id: 'environment-not-alive',
  severity: 'error',
  title: 'Whatever is done in an environment is done while it exists',
  why: 'Nobody can work in an instance that is not there. A plan that says so cannot be followed, and a record that says so will not stand up in an audit.',
  remedy:
    'Move what is planned into the life of its environment, or create the environment earlier or keep it longer.',
  // A day of creation or destruction that these rules find wrong explains the rest.
  yieldsTo: [iqBeforeCreation, valDestroyedBeforeValidation, persistentWithEnd],
  examples: () => ({
    bad: [
      {
        title: 'An activity that begins too early',
        text: text`
          activities:
            - { activity: informal-testing, instance: sandbox.main, from: «2026-03-02», to: 2026-03-20 }
        `,
        finds: [
          'The activity `informal-testing` begins on 2026-03-02, before Sandbox Main is created on 2026-03-03',
        ],
      },
      {
        title: 'An activity that goes on too long',
        text: text`
          activities:
            - { activity: early-study-design, instance: sandbox, from: 2026-06-01, to: «2026-08-14» }
        `,
        finds: [
          'The activity `early-study-design` ends on 2026-08-14, after Sandbox is destroyed on 2026-08-07',
        ],
      },
      {
        title: 'A validation of a VAL that is still to come',
        text: text`
          validations:
            - { environment: val, owner: customer, started: «2026-05-08», completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation starts on 2026-05-08, before VAL is created on 2026-05-11'],
      },
      {
        title: 'Training in PROD Test, which comes later than PROD Main',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-08 }
              reports:
                - { date: 2026-07-08, comparedWith: pre-prod }
              main:
              test: { created: 2026-07-08 }
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: «2026-07-07»
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: [
          'The training of `Clinic staff` starts on 2026-07-07, before PROD Test is created on 2026-07-08',
        ],
      },
      {
        title: 'A transfer before one of its ends exists',
        text: text`
          transfers:
            - { date: «2026-03-20», from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
        `,
        finds: [
          'The transfer of `crf-elements` takes place on 2026-03-20, before Pre-PROD is created on 2026-03-23',
        ],
      },
      {
        title: 'A transfer into a Pre-PROD that has become PROD',
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: «2026-07-13», from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
        `,
        finds: [
          'The transfer of `crf-elements` takes place on 2026-07-13, after Pre-PROD is promoted to PROD on 2026-07-06',
        ],
      },
      {
        title: 'A change to a VAL that is gone, and a report of it',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              changes:
                - { date: «2026-08-03», summary: Extend the session timeout }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
                - { date: «2026-08-04» }
              main:
              test:
        `,
        finds: [
          'The change `Extend the session timeout` is made on 2026-08-03, after VAL is destroyed on 2026-07-31',
          'The Configuration Report is taken on 2026-08-04, after VAL is destroyed on 2026-07-31',
        ],
      },
    ],
    good: [
      {
        title: 'From the first day to the last',
        text: text`
          activities:
            - { activity: informal-testing, instance: sandbox.main, from: 2026-03-03, to: 2026-08-07 }
          transfers:
            - { date: 2026-03-23, from: sandbox, to: pre-prod, what: crf-elements, method: odm-xml }
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
        `,
      },
      {
        title: 'When Demo and Community Dev began is IQVIA’s to know',
        text: text`
          activities:
            - { activity: feature-exploration, instance: community, from: 2026-03-16, to: 2026-12-18 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const { homes, first, last = first } of usesOf(plan)) {
      const start = latest(homes.map(({ life }) => life.start));
      const end = earliest(homes.map(({ life }) => life.end));
      const begins = first ?? last;
      if (begins && start) {
        const { event, day } = begins;
        yield { earlier: start, later: day, about: 'later', event, homes };
      }
      if (last && end) {
        const { event, day } = last;
        yield { earlier: day, later: end, about: 'earlier', event, homes };
      }
    }
  },
  words: ({ earlier, later, about, event, homes }) => {
    if (about === 'later') {
      const home = homes.find(({ life }) => life.start?.date === earlier.date);
      return {
        message: `${event()} on ${later.date}, before ${home?.name} is created on ${earlier.date}`,
        help: `Move it to ${earlier.date} or later, or correct the day of creation.`,
      };
    }
    const home = homes.find(({ life }) => life.end?.date === later.date);
    const ends = later.key === 'destroyed' ? 'is destroyed' : 'is promoted to PROD';
    return {
      message: `${event()} on ${earlier.date}, after ${home?.name} ${ends} on ${later.date}`,
      help: `Move it to ${later.date} or earlier, or correct the day on which the environment ends.`,
    };
  },
});

/** An instance that is named, or the environment where the whole of it is. */
type Home = Environment | Instance;

/** Something that is done in an environment, or between several that must all be there. */
interface Use {
  readonly homes: readonly Home[];
  readonly first: Step | undefined;
  /** Left out where there is but one step. */
  readonly last?: Step | undefined;
}

interface Step {
  /** As one says it before the date: "The validation starts". Most need not be said. */
  event(): string;
  readonly day: Moment;
}

function* usesOf(plan: Plan): Generator<Use> {
  for (const environment of plan.environments) yield* recordsOf(environment);
  for (const validation of plan.validations) {
    yield {
      homes: homesOf(plan, validation.environment),
      first: step(() => 'The validation starts', moment(validation, 'started')),
      last: step(() => 'The validation is completed', moment(validation, 'completed')),
    };
  }
  for (const training of plan.training) {
    const group = () => groupOf(training, 'a group');
    yield {
      homes: homesOf(plan, training.instance),
      first: step(() => `The training of ${group()} starts`, moment(training, 'started')),
      last: step(() => `The sign-off of ${group()} is given`, moment(training, 'signedOff')),
    };
  }
  for (const activity of plan.activities) {
    const { activity: id } = activity;
    const name = () => (id ? `The activity ${quote(id)}` : 'The activity');
    yield {
      homes: homesOf(plan, activity.instance),
      first: step(() => `${name()} begins`, moment(activity, 'from')),
      last: step(() => `${name()} ends`, moment(activity, 'to')),
    };
  }
  for (const transfer of plan.transfers) {
    const { what } = transfer;
    const name = () => (what ? `The transfer of ${quote(what)}` : 'The transfer');
    yield {
      homes: [...homesOf(plan, transfer.from), ...homesOf(plan, transfer.to)],
      first: step(() => `${name()} takes place`, moment(transfer, 'date')),
    };
  }
}

/** What the environment itself records: its IQs, its changes and its reports. */
function* recordsOf(environment: Environment): Generator<Use> {
  if (!environment.kind) return;
  for (const { iq, name } of environment.qualifications) {
    const own = environment.instances.find(({ facts }) => facts.iq === iq);
    const first = step(() => `The IQ of ${name} is approved`, moment(iq, 'date'));
    yield { homes: [own ?? environment], first };
  }
  for (const change of environment.facts.changes ?? []) {
    const { summary } = change;
    const name = () => (summary ? `The change ${quote(summary)}` : 'The change');
    const first = step(() => `${name()} is made`, moment(change, 'date'));
    yield { homes: changedBy(change, environment), first };
  }
  for (const report of environment.facts.reports ?? []) {
    const first = step(() => 'The Configuration Report is taken', moment(report, 'date'));
    yield { homes: [environment], first };
  }
}

function changedBy({ instances }: Change, environment: Environment): Home[] {
  if (!environment.kind?.paired || instances === undefined) return [environment];
  return environment.instances.filter(({ id }) => instances === 'both' || id === instances);
}

/** What a reference names; nothing where it cannot be told how long that exists. */
function homesOf(plan: Plan, reference: string | undefined): Home[] {
  const place = plan.place(reference);
  return place?.environment.kind ? [place.instance ?? place.environment] : [];
}

function step(event: Step['event'], day: Moment | undefined): Step | undefined {
  return day && { event, day };
}
