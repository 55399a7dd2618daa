import { text } from '../example.ts';
import { rule } from '../rule.ts';

/** What only the owner of an environment can say of it. */
const owned = {
  created: 'its creation has',
  clonedFrom: 'what it was cloned from has',
  promotedFrom: 'what was promoted to it has',
  changes: 'changes to it have',
} as const;

export default rule({
  id: 'shared-environment-owned',
  severity: 'error',
  title: 'Demo and Community Dev are IQVIA’s, and a plan only refers to them',
  why: 'A customer neither creates nor changes these environments. A plan that says so promises a control which the customer does not have, and which an auditor will ask about.',
  remedy:
    'Leave out how the environment came into being and what is changed in it; state when the customer’s users get in.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'A plan does not create Community Dev',
        text: text`
          environments:
            community:
              «created»: 2026-03-16
              access: 2026-03-16
        `,
        finds: ['Community Dev is IQVIA’s: its creation has no place in a customer’s plan'],
      },
      {
        title: 'Nor does it clone a Demo',
        text: text`
          environments:
            demo:
              release: "26.1"
              «clonedFrom»: sandbox
        `,
        finds: ['Demo is IQVIA’s: what it was cloned from has no place in a customer’s plan'],
      },
      {
        title: 'Nor promote anything to it',
        text: text`
          environments:
            demo:
              release: "26.1"
              «promotedFrom»: pre-prod
        `,
        finds: ['Demo is IQVIA’s: what was promoted to it has no place in a customer’s plan'],
      },
      {
        title: 'Nor change it',
        text: text`
          environments:
            community:
              access: 2026-03-16
              «changes»:
                - { date: 2026-04-13, summary: Shorten the visit labels }
        `,
        finds: ['Community Dev is IQVIA’s: changes to it have no place in a customer’s plan'],
      },
    ],
    good: [
      {
        title: 'When users get in is the plan’s to say',
        text: text`
          environments:
            community:
              access: 2026-03-16
              url: https://community.example.com
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      if (environment.kind?.owner !== 'iqvia') continue;
      for (const key of ['created', 'clonedFrom', 'promotedFrom', 'changes'] as const) {
        if (environment.facts[key] === undefined) continue;
        report.key(environment, key, {
          message: `${environment.name} is IQVIA’s: ${owned[key]} no place in a customer’s plan`,
          help: `Remove \`${key}\` from \`${environment.id}\`.`,
        });
      }
    }
  },
});
