import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import valDestroyedBeforeValidation from './val-destroyed-before-validation.ts';

export default orderRule({
  id: 'val-destroyed-before-go-live',
  severity: 'error',
  title: 'The VAL of the onboarding stays until the customer is live',
  why: 'Between the end of validation and go-live the last questions come up: a finding to be reproduced, a correction to be tested once more. Without VAL there is no qualified place for that but PROD.',
  remedy: 'Keep VAL until the customer is live.',
  yieldsTo: [valDestroyedBeforeValidation],
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: «2026-07-17»
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['VAL is destroyed on 2026-07-17, before go-live on 2026-07-20'],
      },
    ],
    good: [
      {
        title: 'On the day of go-live',
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-20
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
      },
    ],
  }),
  *constraints({ onboardingVal: val, goLive }) {
    if (!val?.destroyed || !goLive) return;
    yield { name: val.name, earlier: goLive, later: val.destroyed, about: 'later' as const };
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is destroyed on ${later.date}, before go-live on ${earlier.date}`,
    help: `Keep it until ${earlier.date} at least.`,
  }),
});
