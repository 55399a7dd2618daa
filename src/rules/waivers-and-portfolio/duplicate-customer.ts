import type { Plan } from '../../lifecycle/plan.ts';
import { folded, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import duplicatePlan from './duplicate-plan.ts';

export default rule({
  id: 'duplicate-customer',
  severity: 'error',
  title: 'A customer has one plan',
  why: 'With two plans for one customer nobody can tell which dates hold, and each is checked without the other’s environments.',
  remedy: 'Merge the two plans into one file, or correct the customer’s name.',
  yieldsTo: [duplicatePlan],
  examples: () => ({
    bad: [
      {
        title: 'Capitals and blanks make no other customer',
        text: text`
          customer: «Quillon Bay Research»
        `,
        beside: [
          text`
            customer: QUILLON BAY  Research
          `,
        ],
        finds: ['`Quillon Bay Research` has a plan already, in `another-1`'],
      },
    ],
    good: [
      {
        text: text`
          customer: Quillon Bay Research
        `,
        beside: [
          text`
            customer: Quillon Point Research
          `,
        ],
      },
    ],
  }),
  checkAll(plans, report) {
    const first = new Map<string, Plan>();
    for (const plan of plans) {
      const { customer } = plan.facts;
      if (customer === undefined) continue;
      const known = first.get(folded(customer));
      if (!known) {
        first.set(folded(customer), plan);
        continue;
      }
      report.value(plan.facts, 'customer', {
        message: `${quote(customer)} has a plan already, in ${quote(known.id)}`,
        help: 'Keep one plan for each customer: merge the two files, or correct the name.',
        related: [{ record: known.facts, key: 'customer', message: 'The first plan is here' }],
        restsOn: [{ record: plan.facts }],
      });
    }
  },
});
