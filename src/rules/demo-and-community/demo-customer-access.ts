import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'demo-customer-access',
  severity: 'warning',
  title: 'Customers get no access to Demo',
  why: 'Demo is IQVIA’s, to show the platform to those who may become customers. Access to it is the exception, and a plan that counts on it counts on something that is not usually granted.',
  remedy: 'Plan Sandbox, and Community Dev after it, for what the customer’s users want to see.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            demo:
              release: "26.1"
              «access»: 2026-03-09
        `,
        finds: ['The customer’s users get into Demo on 2026-03-09'],
      },
    ],
    good: [
      {
        title: 'A Demo that is shown to the customer',
        text: text`
          environments:
            demo:
              release: "26.1"
          activities:
            - { activity: demonstration, instance: demo, from: 2026-03-04, to: 2026-03-04, owner: iqvia }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const demo of plan.ofKind('demo')) {
      const { access } = demo.facts;
      if (access === undefined) continue;
      report.key(demo, 'access', {
        message: `The customer’s users get into ${demo.name} on ${access}`,
        help: `Remove \`access\` from \`${demo.id}\`; users explore in Sandbox, and later in Community Dev.`,
      });
    }
  },
});
