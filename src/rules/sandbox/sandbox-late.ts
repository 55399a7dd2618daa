import { inDays } from '../../lifecycle/dates.ts';
import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'sandbox-late',
  severity: 'warning',
  title: 'Sandbox follows soon after the contract',
  why: 'All that is learned and decided begins in Sandbox. Until it is there, the customer cannot try anything out, and the days are taken from the decisions that Pre-PROD waits for.',
  remedy: 'Agree an earlier day for Sandbox.',
  options: days(14, 'Most days from the signing of the contract to the creation of Sandbox'),
  examples: () => ({
    bad: [
      {
        text: text`
          contractSigned: 2026-03-02
          environments:
            sandbox:
              release: "26.1"
              created: «2026-03-17»
              destroyed: 2026-08-07
              main:
              test:
        `,
        finds: [
          'Sandbox is created on 2026-03-17, 15 days after the contract is signed on 2026-03-02',
        ],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          contractSigned: 2026-03-02
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-16
              destroyed: 2026-08-07
              main:
              test:
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    const signed = moment(plan.facts, 'contractSigned');
    if (!signed) return;
    // Whether it comes too early is for `sandbox-before-contract` to say.
    const within = { min: -Infinity, max: options.days };
    for (const { creations } of plan.ofKind('sandbox')) {
      for (const { name, day } of creations) {
        yield { name, earlier: signed, later: day, ...within, about: 'later' as const };
      }
    }
  },
  words: ({ name, earlier, later, gap, max }) => ({
    message: `${name} is created on ${later.date}, ${inDays(gap)} after the contract is signed on ${earlier.date}`,
    help: `Have ${name} created within ${inDays(max)} of the contract.`,
  }),
});
