import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'pre-prod-destroyed',
  severity: 'error',
  title: 'Pre-PROD ends by becoming PROD Main',
  why: 'The configuration that was validated is the one in Pre-PROD. If it is destroyed rather than promoted, PROD starts from something else, and the validation says nothing about it.',
  remedy:
    'Remove the date. The day on which PROD Main comes into being is the day on which Pre-PROD ends.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              «destroyed»: 2026-07-06
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['Pre-PROD is to be destroyed on 2026-07-06, but it ends by promotion to PROD Main'],
      },
    ],
    good: [
      {
        title: 'The promotion is told by PROD',
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
              test:
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.ofKind('pre-prod')) {
      const { destroyed, name } = environment;
      if (!destroyed) continue;
      report.key(environment, 'destroyed', {
        message: `${name} is to be destroyed on ${destroyed.date}, but it ends by promotion to PROD Main`,
        help: `Remove \`destroyed\`, and let PROD say \`promotedFrom: ${environment.id}\` and when it was created.`,
      });
    }
  },
});
