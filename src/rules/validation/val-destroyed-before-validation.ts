import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'val-destroyed-before-validation',
  severity: 'error',
  title: 'VAL stays until its validation is completed',
  why: 'What is still open when VAL is destroyed cannot be tested any more, nor can a failed test be looked at again. The validation would have to start over in a new pair.',
  remedy: 'Keep VAL until its validation is completed and the customer is live.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            val:
              release: "26.1"
              created: 2026-05-11
              destroyed: «2026-06-25»
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
        `,
        finds: ['VAL is destroyed on 2026-06-25, before its validation is completed on 2026-06-26'],
      },
    ],
    good: [
      {
        title: 'A VAL for an upgrade may end on the day its validation is completed',
        text: text`
          environments:
            val-26-2:
              kind: val
              release: "26.2"
              created: 2026-09-14
              destroyed: 2026-11-13
              clonedFrom: prod
              obfuscated: 2026-09-14
              iq: { date: 2026-09-16 }
              reports:
                - { date: 2026-09-16, comparedWith: prod }
              main:
              test:
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
            - { environment: val-26-2, owner: customer, started: 2026-09-17, completed: 2026-11-13,
                scope: [study-build, study-test, study-publish] }
          upgrades:
            - { release: "26.2", val: val-26-2, upgraded: 2026-11-13 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const val of plan.ofKind('val')) {
      const { name, destroyed } = val;
      const completed = plan.completionIn(val);
      if (!completed || !destroyed) continue;
      yield { name, earlier: completed, later: destroyed, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is destroyed on ${later.date}, before its validation is completed on ${earlier.date}`,
    help: `Keep it until ${earlier.date} at least, and until the customer is live.`,
  }),
});
