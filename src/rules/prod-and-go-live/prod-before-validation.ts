import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'prod-before-validation',
  severity: 'error',
  title: 'Pre-PROD is promoted once the validation is completed',
  why: 'From the promotion on, the platform is production. Promoted before the validation is completed, an unvalidated platform is in production, and findings can no longer be mended in Pre-PROD.',
  remedy: 'Move the promotion to the day on which the validation is completed, or later.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            prod:
              release: "26.1"
              created: «2026-07-06»
              promotedFrom: pre-prod
              iq: { date: 2026-07-07 }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-07-10
              scope: [study-build, study-test, study-publish]
        `,
        finds: [
          'Pre-PROD is promoted to PROD on 2026-07-06, before the validation in VAL is completed on 2026-07-10',
        ],
      },
    ],
    good: [
      {
        title: 'Both on one day',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-07-06
              scope: [study-build, study-test, study-publish]
        `,
      },
    ],
  }),
  *constraints(plan) {
    const { onboardingVal: val, promotion } = plan;
    const completed = val && plan.completionIn(val);
    if (!completed || !promotion) return;
    yield { val, earlier: completed, later: promotion, about: 'later' as const };
  },
  words: ({ val, earlier, later }) => ({
    message: `Pre-PROD is promoted to PROD on ${later.date}, before the validation in ${val.name} is completed on ${earlier.date}`,
    help: `Plan the promotion for ${earlier.date} or later, or complete the validation earlier.`,
  }),
});
