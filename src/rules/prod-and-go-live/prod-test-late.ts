import { inDays } from '../../lifecycle/dates.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'prod-test-late',
  severity: 'warning',
  title: 'PROD Test follows directly after PROD Main',
  why: 'Users are trained and signed off in PROD Test. Every day it comes later is taken from their training.',
  remedy: 'Create PROD Test in the days after the promotion.',
  options: days(3, 'Most days from the creation of PROD Main to that of PROD Test'),
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            prod:
              release: "26.1"
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { created: 2026-07-02, iq: { date: 2026-07-03 } }
              test: { created: «2026-07-06», iq: { date: 2026-07-07 } }
        `,
        finds: ['PROD Test is created on 2026-07-06, 4 days after PROD Main on 2026-07-02'],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          environments:
            prod:
              release: "26.1"
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { created: 2026-07-03, iq: { date: 2026-07-03 } }
              test: { created: 2026-07-06, iq: { date: 2026-07-07 } }
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    for (const prod of plan.ofKind('prod')) {
      const main = prod.main?.created;
      const test = prod.test?.created;
      if (!main || !test) continue;
      // Whether Test comes too early is for `prod-test-before-main` to say.
      const within = { min: -Infinity, max: options.days };
      yield { name: prod.name, earlier: main, later: test, ...within, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later, gap, max }) => ({
    message: `${name} Test is created on ${later.date}, ${inDays(gap)} after ${name} Main on ${earlier.date}`,
    help: `Create ${name} Test within ${inDays(max)} of ${name} Main.`,
  }),
});
