import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-configuration-change',
  severity: 'error',
  title: 'What is changed in Migration is not kept',
  why: 'Migration is loaded anew with each iteration and destroyed in the end, and every change made in it goes with it. A plan that counts on such a change will miss it in PROD.',
  remedy:
    'Put what has to do with the data into the Migration Specification, and configure the rest in Pre-PROD.',
  // Nothing else about a change matters while it is made where it is lost.
  doubts: true,
  examples: () => ({
    bad: [
      {
        text: migrating({
          environment: text`
            migration:
              created: 2026-03-24
              destroyed: 2026-05-08
              «changes»:
                - { date: 2026-04-13, summary: Add three entries to the list of allergies }
          `,
        }),
        finds: ['The plan records a change to Migration, which will not be kept'],
      },
      {
        title: 'Several changes',
        text: migrating({
          environment: text`
            migration:
              created: 2026-03-24
              destroyed: 2026-05-08
              «changes»:
                - { date: 2026-04-13, summary: Add three entries to the list of allergies }
                - { date: 2026-04-14, summary: Rename a volunteer status }
          `,
        }),
        finds: ['The plan records 2 changes to Migration, which will not be kept'],
      },
    ],
    good: [
      {
        title: 'Configured in Pre-PROD instead, which PROD comes from',
        text: migrating({
          environment: text`
            migration: { created: 2026-03-24, destroyed: 2026-05-08 }
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              changes:
                - { date: 2026-04-13, summary: Add three entries to the list of allergies }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
          `,
        }),
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.ofKind('migration')) {
      const { changes } = environment.facts;
      if (!changes?.length) continue;
      const count = changes.length === 1 ? 'a change' : `${changes.length} changes`;
      report.key(environment, 'changes', {
        message: `The plan records ${count} to ${environment.name}, which will not be kept`,
        help: 'Delete `changes` here; enter them as changes of Pre-PROD, or in the Migration Specification.',
        restsOn: [{ record: plan.facts, key: 'migration' }],
      });
    }
  },
});
