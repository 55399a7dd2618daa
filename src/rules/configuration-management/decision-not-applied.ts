import { moment } from '../../lifecycle/moments.ts';
import type { Decision } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'decision-not-applied',
  severity: 'warning',
  title: 'Decisions are configured in Pre-PROD before VAL is cloned',
  why: 'A decision takes effect once it is configured. What is not in Pre-PROD when VAL is cloned is not validated, and what is never configured does not reach PROD at all.',
  remedy: 'Give every decision a day on which it is configured in Pre-PROD, before VAL is cloned.',
  examples: () => ({
    bad: [
      {
        title: 'Never configured',
        text: text`
          decisions:
            - «id»: D-01
              made: 2026-04-20
              summary: Two recruitment pools
        `,
        finds: ['Decision `D-01` has no day on which it is configured in Pre-PROD'],
      },
      {
        title: 'Configured too late',
        text: text`
          decisions:
            - id: D-01
              made: 2026-04-20
              summary: Two recruitment pools
              applied: «2026-05-12»
        `,
        finds: ['Decision `D-01` is configured on 2026-05-12, after VAL is cloned on 2026-05-11'],
      },
    ],
    good: [
      {
        title: 'On the day VAL is cloned',
        text: text`
          decisions:
            - id: D-01
              made: 2026-04-20
              summary: Two recruitment pools
              applied: 2026-05-11
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const decision of plan.decisions) {
      if (decision.applied !== undefined) continue;
      report.missing(decision, 'applied', {
        message: `${named(decision)} has no day on which it is configured in Pre-PROD`,
        help: 'Add `applied:` with the day on which it was, or is to be, configured in Pre-PROD.',
      });
    }
  },
  *constraints(plan) {
    const { cloning } = plan;
    for (const decision of plan.decisions) {
      const applied = moment(decision, 'applied');
      if (!applied || !cloning) continue;
      yield { name: named(decision), earlier: applied, later: cloning, about: 'earlier' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is configured on ${earlier.date}, after VAL is cloned on ${later.date}`,
    help: `Configure it on ${later.date} or earlier, or have VAL cloned later.`,
  }),
});

function named({ id }: Decision): string {
  return id === undefined ? 'A decision' : `Decision ${quote(id)}`;
}
