import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'ecr-on-uncontrolled',
  severity: 'warning',
  title: 'Changes outside change control have no ECR',
  why: 'Sandbox and the other environments without change control may change at any time. A single ECR there suggests that all of their changes are recorded, which nobody does.',
  remedy:
    'Delete the number from this change; if the ECR belongs to Pre-PROD, VAL or PROD, record the change there.',
  examples: () => ({
    bad: [
      {
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
                  «ecr»: ECR-QB-001
              main: {}
              test: {}
        `,
        finds: [
          'The change of Sandbox on 2026-04-15 has the ECR `ECR-QB-001`, though Sandbox is not under change control',
        ],
      },
    ],
    good: [
      {
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
    for (const { name, facts } of plan.uncontrolled) {
      for (const change of facts.changes ?? []) {
        const { ecr, date } = change;
        if (ecr === undefined) continue;
        const which =
          date === undefined ? `A change of ${name}` : `The change of ${name} on ${date}`;
        report.key(change, 'ecr', {
          message: `${which} has the ECR ${quote(ecr)}, though ${name} is not under change control`,
          help: 'Delete `ecr` from this change; only Pre-PROD, VAL and PROD have ECRs.',
        });
      }
    }
  },
});
