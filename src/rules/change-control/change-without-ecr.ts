import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'change-without-ecr',
  severity: 'error',
  title: 'A change under change control has its ECR',
  why: 'After its IQ an environment stays qualified only because every change to it is recorded. One change without an Environment Change Record (ECR), and its state can no longer be shown.',
  remedy:
    'Enter the number of the ECR; where there is none, have it written before anything else is changed.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: IQ-QB-001, approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
              changes:
                - «date»: 2026-04-15
                  summary: Add a printer for kit labels
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['The change of Pre-PROD on 2026-04-15 has no ECR'],
      },
    ],
    good: [
      {
        title: 'The change is still planned',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-04-15
                  summary: Add a printer for kit labels
              reports:
                - { date: 2026-05-08 }
        `,
      },
      {
        title: 'Sandbox changes freely',
        around: 'live',
        text: text`
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-07
              changes:
                - date: 2026-04-15
                  summary: Try out a printer for kit labels
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { name, facts } of plan.controlled) {
      for (const change of facts.changes ?? []) {
        if (change.ecr !== undefined || !plan.hasHappened(change.date)) continue;
        report.missing(change, 'ecr', {
          message: `The change of ${name} on ${change.date} has no ECR`,
          help: `Add \`ecr:\` with the number of the Environment Change Record to this change.`,
        });
      }
    }
  },
});
