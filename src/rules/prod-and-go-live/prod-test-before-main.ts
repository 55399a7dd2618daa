import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'prod-test-before-main',
  severity: 'error',
  title: 'PROD Test is created after PROD Main',
  why: 'Main comes into being by promotion, and Test is made to match it. A Test that was there before Main cannot be its partner.',
  remedy: 'Create PROD Test on the day of the promotion, or directly after it.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            prod:
              release: "26.1"
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: { created: 2026-07-06 }
              test: { created: «2026-07-03» }
        `,
        finds: ['PROD Test is created on 2026-07-03, before PROD Main on 2026-07-06'],
      },
    ],
    good: [
      {
        title: 'Both on one day',
        text: text`
          environments:
            prod:
              release: "26.1"
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
    for (const prod of plan.ofKind('prod')) {
      const main = prod.main?.created;
      const test = prod.test?.created;
      if (!main || !test) continue;
      yield { name: prod.name, earlier: main, later: test, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} Test is created on ${later.date}, before ${name} Main on ${earlier.date}`,
    help: `Create ${name} Test on ${earlier.date} or in the days after it.`,
  }),
});
