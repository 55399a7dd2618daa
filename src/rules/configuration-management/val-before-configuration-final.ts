import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'val-before-configuration-final',
  severity: 'error',
  title: 'VAL is cloned once the configuration of Pre-PROD is final',
  why: 'A clone stays as it was on its day. Whatever is configured in Pre-PROD afterwards is missing in VAL, and so goes into PROD without having been validated.',
  remedy: 'Have VAL cloned on the day the configuration is full and final, or after it.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-12
              reports:
                - { date: 2026-05-12 }
            val:
              release: "26.1"
              created: «2026-05-11»
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: [
          'VAL is created on 2026-05-11, before the configuration of Pre-PROD is final on 2026-05-12',
        ],
      },
    ],
    good: [
      {
        title: 'On the same day',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-11
              reports:
                - { date: 2026-05-11 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    const val = plan.onboardingVal;
    if (!val) return;
    for (const preProd of plan.ofKind('pre-prod')) {
      const final = moment(preProd.facts, 'configurationFinal');
      if (!final) continue;
      for (const { name, day } of val.creations) {
        const names = { val: name, preProd: preProd.name };
        yield { ...names, earlier: final, later: day, about: 'later' as const };
      }
    }
  },
  words: ({ val, preProd, earlier, later }) => ({
    message: `${val} is created on ${later.date}, before the configuration of ${preProd} is final on ${earlier.date}`,
    help: `Clone ${val} on ${earlier.date} or later, or agree that the configuration is final on or before ${later.date}.`,
  }),
});
