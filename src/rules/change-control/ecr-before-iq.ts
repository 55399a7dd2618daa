import type { Environment } from '../../lifecycle/environment.ts';
import { earliest, latest, moment } from '../../lifecycle/moments.ts';
import type { Change } from '../../lifecycle/plan.ts';
import environmentNotAlive from '../environments/environment-not-alive.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'ecr-before-iq',
  severity: 'error',
  title: 'Changes are recorded from the IQ on',
  why: 'The IQ records the state from which changes are counted. A change before it is part of setting the environment up, and an ECR for it describes a change to a state that was never recorded.',
  remedy:
    'Correct the date of the change, or let the IQ cover what was done before it and delete the change.',
  yieldsTo: [environmentNotAlive],
  examples: () => ({
    bad: [
      {
        title: 'Before the IQ of a single environment',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: «2026-03-26»
                  summary: Add a printer for kit labels
              reports:
                - { date: 2026-05-08 }
        `,
        finds: [
          'The change of Pre-PROD on 2026-03-26 is dated before the IQ of Pre-PROD on 2026-03-27',
        ],
      },
      {
        title: 'Before the IQ of the instance that is changed',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              changes:
                - date: «2026-07-07»
                  summary: Add a printer for kit labels
                  instances: test
              reports:
                - { date: 2026-07-08, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07 }
              test:
                iq: { date: 2026-07-08 }
        `,
        finds: [
          'The change of PROD on 2026-07-07 is dated before the IQ of PROD Test on 2026-07-08',
        ],
      },
    ],
    good: [
      {
        title: 'On the day of the IQ',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-03-27
                  summary: Add a printer for kit labels
              reports:
                - { date: 2026-05-08 }
        `,
      },
      {
        title: 'Only the instance that is changed counts',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              changes:
                - date: 2026-07-07
                  summary: Add a printer for kit labels
                  instances: main
              reports:
                - { date: 2026-07-08, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07 }
              test:
                iq: { date: 2026-07-08 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const environment of plan.controlled) {
      for (const change of environment.facts.changes ?? []) {
        const qualified = qualificationBefore(change, environment);
        const iq = environment.qualifications.find((known) => known.iq === qualified?.record);
        const changed = moment(change, 'date');
        if (!qualified || !iq || !changed) continue;
        const names = { name: environment.name, qualified: iq.name };
        yield { ...names, earlier: qualified, later: changed, about: 'later' as const };
      }
    }
  },
  words: ({ name, qualified, earlier, later }) => ({
    message: `The change of ${name} on ${later.date} is dated before the IQ of ${qualified} on ${earlier.date}`,
    help: `Date the change ${earlier.date} or later, or delete it where the IQ covers what was done.`,
  }),
});

/** The IQ that a change must follow; where the plan does not say what is changed, the first one. */
function qualificationBefore({ instances: changed }: Change, environment: Environment) {
  const { instances, main, test, lacking } = environment;
  const dates = instances.map(({ qualified }) => qualified);
  if (changed === 'main') return main?.qualified;
  if (changed === 'test') return test?.qualified;
  if (changed === 'both') return latest(dates);
  // Which one is the first is open as long as one of them is not known.
  return lacking.length > 0 || dates.includes(undefined) ? undefined : earliest(dates);
}
