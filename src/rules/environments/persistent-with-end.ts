import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'persistent-with-end',
  severity: 'error',
  title: 'PROD, Demo and Community Dev stay',
  why: 'Studies and their records live in PROD, and IQVIA keeps Demo and Community Dev. A day of destruction there is a slip at best; at worst somebody acts on it.',
  remedy: 'Remove the date, or move it to the environment that is meant.',
  examples: () => ({
    bad: [
      {
        title: 'PROD is not destroyed',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              «destroyed»: 2031-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['PROD is to be destroyed on 2031-07-06, though it is a persistent environment'],
      },
      {
        title: 'Nor are the environments of IQVIA, as far as a plan is concerned',
        text: text`
          environments:
            community:
              access: 2026-03-16
              «destroyed»: 2026-12-31
        `,
        finds: [
          'Community Dev is to be destroyed on 2026-12-31, though it is a persistent environment',
        ],
      },
    ],
    good: [
      {
        text: text`
          environments:
            community:
              access: 2026-03-16
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      const { destroyed, kind, name } = environment;
      if (kind?.longevity !== 'persistent' || !destroyed) continue;
      report.key(environment, 'destroyed', {
        message: `${name} is to be destroyed on ${destroyed.date}, though it is a persistent environment`,
        help: `Remove \`destroyed\` from \`${environment.id}\`.`,
      });
    }
  },
});
