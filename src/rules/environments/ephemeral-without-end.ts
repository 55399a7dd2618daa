import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'ephemeral-without-end',
  severity: 'error',
  title: 'Sandbox, Migration and VAL have a day on which they are destroyed',
  why: 'These environments exist for one purpose. If nobody plans their end they stay, with users, data and a state that no longer matches PROD.',
  remedy:
    'Plan the day on which the environment is destroyed; it can move as long as it is planned.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            «sandbox»:
              release: "26.1"
              created: 2026-03-03
              main:
              test:
        `,
        finds: ['Sandbox has no day on which it is destroyed'],
      },
    ],
    good: [
      {
        title: 'Pre-PROD ends by promotion instead',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      const { kind, name } = environment;
      if (kind?.longevity !== 'ephemeral' || kind.id === 'pre-prod') continue;
      if (environment.destroyed) continue;
      const ends = `${kind.ends.charAt(0).toLowerCase()}${kind.ends.slice(1)}`;
      report.missing(environment, 'destroyed', {
        message: `${name} has no day on which it is destroyed`,
        help: `Add \`destroyed:\` to \`${environment.id}\`, with the planned day. It is ${ends}.`,
      });
    }
  },
});
