import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'master-library-late',
  severity: 'warning',
  title: 'The master library is ready when VAL is cloned',
  why: 'The clone takes with it what is in Pre-PROD on its day. Forms that come later are not in VAL, and the studies that validation builds are not made of what PROD will use.',
  remedy: 'Have the master library ready before VAL is cloned, or clone VAL later.',
  examples: () => ({
    bad: [
      {
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: «2026-05-12»
            carryOver: Kept through the promotion
        `,
        finds: ['The master library is ready on 2026-05-12, after VAL is cloned on 2026-05-11'],
      },
    ],
    good: [
      {
        title: 'On the day VAL is cloned',
        text: text`
          masterLibrary:
            environment: pre-prod
            ready: 2026-05-11
            carryOver: Kept through the promotion
        `,
      },
    ],
  }),
  *constraints(plan) {
    const ready = moment(plan.facts.masterLibrary, 'ready');
    const { cloning } = plan;
    if (ready && cloning) yield { earlier: ready, later: cloning, about: 'earlier' as const };
  },
  words: ({ earlier, later }) => ({
    message: `The master library is ready on ${earlier.date}, after VAL is cloned on ${later.date}`,
    help: `Have it ready on ${later.date} or earlier, or agree a later day for VAL.`,
  }),
});
