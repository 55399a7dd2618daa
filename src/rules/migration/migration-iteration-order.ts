import type { Constraint } from '../../lifecycle/constraints.ts';
import { iterationsOf } from '../../lifecycle/migration.ts';
import { type Moment, moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { migrating } from './excerpt.ts';

/** The steps of an iteration, in the order in which they are taken. */
const stepIds = ['specReviewed', 'loaded', 'reviewed'] as const;

type StepId = (typeof stepIds)[number];

interface Step {
  readonly id: StepId;
  /** The number of its iteration. */
  readonly number: number;
  readonly at: Moment;
}

interface Steps extends Constraint {
  readonly step: Step;
  readonly before: Step;
}

export default orderRule<Steps>({
  id: 'migration-iteration-order',
  severity: 'error',
  title: 'An iteration is specified, loaded and reviewed in this order, after the one before it',
  why: 'A load that comes before its specification cannot have followed it, and a review that comes before its load has reviewed something else. Such records do not show how the scripts came to be right.',
  remedy: 'Find out which of the two dates is wrong, and correct it.',
  examples: () => ({
    bad: [
      {
        title: 'Loaded before the specification was reviewed',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-13, loaded: «2026-04-10», reviewed: 2026-04-24 }
          `,
        }),
        finds: [
          'Iteration 1 is loaded on 2026-04-10, before its specification is reviewed on 2026-04-13',
        ],
      },
      {
        title: 'Reviewed before it was loaded',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-01, loaded: 2026-04-10, reviewed: «2026-04-09» }
          `,
        }),
        finds: ['Iteration 1 is reviewed on 2026-04-09, before it is loaded on 2026-04-10'],
      },
      {
        title: 'Specified before the iteration before it',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-01, loaded: 2026-04-10, reviewed: 2026-04-17 }
              - { specReviewed: «2026-03-31», loaded: 2026-04-20, reviewed: 2026-04-24 }
          `,
        }),
        finds: [
          'The specification of iteration 2 is reviewed on 2026-03-31, before that of iteration 1 on 2026-04-01',
        ],
      },
      {
        title: 'Loaded before the iteration before it',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-01, loaded: 2026-04-17, reviewed: 2026-04-20 }
              - { specReviewed: 2026-04-13, loaded: «2026-04-16», reviewed: 2026-04-24 }
          `,
        }),
        finds: ['Iteration 2 is loaded on 2026-04-16, before iteration 1 on 2026-04-17'],
      },
    ],
    good: [
      {
        title: 'All on one day, one iteration prepared while the other is reviewed',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-10, loaded: 2026-04-10, reviewed: 2026-04-20 }
              - { specReviewed: 2026-04-13, loaded: 2026-04-20, reviewed: 2026-04-24 }
          `,
        }),
      },
    ],
  }),
  *constraints(plan) {
    const lastTime: Partial<Record<StepId, Step>> = {};
    for (const { number, iteration } of iterationsOf(plan)) {
      let previous: Step | undefined;
      for (const id of stepIds) {
        const at = moment(iteration, id);
        if (!at) continue;
        const step = { id, number, at };
        // What waits for two steps waits for the later one: one date is wrong once.
        const before = later(previous, lastTime[id]);
        if (before) yield { earlier: before.at, later: at, about: 'later', step, before };
        lastTime[id] = step;
        previous = step;
      }
    }
  },
  words: ({ step, before }) => ({
    message: `${asSubject(step)} on ${step.at.date}, before ${asOther(before, step)} on ${before.at.date}`,
    help: `Move it to ${before.at.date} or later, or correct the other date.`,
  }),
});

function later(a: Step | undefined, b: Step | undefined): Step | undefined {
  if (!a || !b) return a ?? b;
  return b.at.date > a.at.date ? b : a;
}

function asSubject({ id, number }: Step): string {
  if (id === 'specReviewed') return `The specification of iteration ${number} is reviewed`;
  return `Iteration ${number} is ${id}`;
}

function asOther({ id, number }: Step, subject: Step): string {
  if (number === subject.number) {
    return id === 'specReviewed' ? 'its specification is reviewed' : `it is ${id}`;
  }
  return id === 'specReviewed' ? `that of iteration ${number}` : `iteration ${number}`;
}
