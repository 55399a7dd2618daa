import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'ecr-incomplete',
  severity: 'warning',
  title: 'A change with an ECR names who approved it',
  why: 'An ECR shows that somebody answered for the change. Where the plan does not say who, a reviewer has to open the document to learn whether it was approved at all.',
  remedy: 'Name the person or group that approved the change, as the ECR states it.',
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
                  ecr: ECR-QB-001
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['Nobody is named who approved `ECR-QB-001`, the change of Pre-PROD on 2026-04-15'],
      },
    ],
    good: [
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
                - date: 2026-04-15
                  summary: Add a printer for kit labels
                  ecr: ECR-QB-001
                  approvedBy: IQVIA Quality
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { name, facts } of plan.controlled) {
      for (const change of facts.changes ?? []) {
        const { ecr, approvedBy, date } = change;
        if (ecr === undefined || approvedBy !== undefined || !plan.hasHappened(date)) continue;
        report.missing(change, 'approvedBy', {
          message: `Nobody is named who approved ${quote(ecr)}, the change of ${name} on ${date}`,
          help: 'Add `approvedBy:` with the person or group that approved the ECR.',
        });
      }
    }
  },
});
