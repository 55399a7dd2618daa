import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'sandbox-before-contract',
  severity: 'error',
  title: 'Sandbox is created once the contract is signed',
  why: 'The contract is what a customer’s environments are provisioned on. A Sandbox from before it means that one of the two dates is wrong, and every plan counts its days from them.',
  remedy: 'Correct the date that is wrong, or create Sandbox on the day of the contract or later.',
  examples: () => ({
    bad: [
      {
        text: text`
          contractSigned: 2026-03-02
          environments:
            sandbox:
              release: "26.1"
              created: «2026-02-27»
              destroyed: 2026-08-07
              main:
              test:
        `,
        finds: ['Sandbox is created on 2026-02-27, before the contract is signed on 2026-03-02'],
      },
    ],
    good: [
      {
        title: 'On the day of the contract',
        text: text`
          contractSigned: 2026-03-02
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-02
              destroyed: 2026-08-07
              main:
              test:
        `,
      },
    ],
  }),
  *constraints(plan) {
    const signed = moment(plan.facts, 'contractSigned');
    if (!signed) return;
    for (const { creations } of plan.ofKind('sandbox')) {
      for (const { name, day } of creations) {
        yield { name, earlier: signed, later: day, about: 'later' as const };
      }
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is created on ${later.date}, before the contract is signed on ${earlier.date}`,
    help: `Create ${name} on ${earlier.date} or later, or correct the day of the contract.`,
  }),
});
