import type { Constraint } from '../../lifecycle/constraints.ts';
import { holds } from '../../lifecycle/constraints.ts';
import type { Environment, Instance } from '../../lifecycle/environment.ts';
import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

/** Two days of one life: which of them a finding is about, and how one says what happens on each. */
interface LifeOrder extends Constraint {
  /** "Sandbox is destroyed", about the date that the finding points at. */
  readonly event: string;
  /** "it is created", about the other date. */
  readonly other: string;
}

export default orderRule<LifeOrder>({
  id: 'environment-life-order',
  severity: 'error',
  title: 'An environment is created before it ends, and its instances in between',
  why: 'The life of an environment frames all that is done in it. Where its beginning and its end contradict each other, no date in between can be relied on.',
  remedy: 'Find out which of the two dates is wrong, and correct it.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'Destroyed before it was created',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-08-10
              destroyed: «2026-08-07»
              main:
              test:
        `,
        finds: ['Sandbox is destroyed on 2026-08-07, before it is created on 2026-08-10'],
      },
      {
        title: 'An instance older than its pair',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main:
              test: { created: «2026-07-03» }
        `,
        finds: ['PROD Test is created on 2026-07-03, before PROD itself is created on 2026-07-06'],
      },
      {
        title: 'An instance that comes when its pair is gone',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              main:
              test: { created: «2026-08-10» }
        `,
        finds: ['Sandbox Test is created on 2026-08-10, after Sandbox is destroyed on 2026-08-07'],
      },
      {
        title: 'Pre-PROD created after its own promotion',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: «2026-07-13»
              iq: { date: 2026-07-15 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['Pre-PROD is created on 2026-07-13, after it is promoted to PROD on 2026-07-06'],
      },
    ],
    good: [
      {
        title: 'Main and Test on the day of their pair',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { created: 2026-07-06 }
              test: { created: 2026-07-06 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const environment of plan.environments) {
      // That IQVIA’s environments have no such dates in a plan is for other rules to say.
      if (environment.kind?.owner !== 'customer') continue;
      const whole = [...wholeLife(environment)];
      yield* whole;
      // One wrong date of the pair is not said again for each of its instances.
      if (!whole.every(holds)) continue;
      for (const instance of environment.instances) yield* lifeOfInstance(instance);
    }
  },
  words: ({ earlier, later, about, event, other }) => {
    const [subject, reference] = about === 'later' ? [later, earlier] : [earlier, later];
    const wrongly = about === 'later' ? 'before' : 'after';
    return {
      message: `${event} on ${subject.date}, ${wrongly} ${other} on ${reference.date}`,
      help: `Correct whichever date is wrong: ${subject.date}, or ${reference.date}.`,
    };
  },
});

function* wholeLife({ created, destroyed, kind, life, name }: Environment): Generator<LifeOrder> {
  if (created && destroyed) {
    const words = { event: `${name} is destroyed`, other: 'it is created' };
    yield { earlier: created, later: destroyed, about: 'later', ...words };
  }
  if (kind?.id === 'pre-prod' && created && life.end) {
    const words = { event: `${name} is created`, other: 'it is promoted to PROD' };
    yield { earlier: created, later: life.end, about: 'earlier', ...words };
  }
}

/** Where an instance of a pair has a date of its own, it lies within the life of the pair. */
function* lifeOfInstance({ id, facts, environment, name }: Instance): Generator<LifeOrder> {
  const created = id && moment(facts, 'created');
  if (!created) return;
  const event = `${name} is created`;
  const pair = moment(environment.facts, 'created');
  if (pair) {
    const other = `${environment.name} itself is created`;
    yield { earlier: pair, later: created, about: 'later', event, other };
  }
  if (environment.destroyed) {
    const other = `${environment.name} is destroyed`;
    yield { earlier: created, later: environment.destroyed, about: 'earlier', event, other };
  }
}
