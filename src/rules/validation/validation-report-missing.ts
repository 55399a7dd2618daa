import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { theValidation } from './words.ts';

export default rule({
  id: 'validation-report-missing',
  severity: 'error',
  title: 'A completed validation has its report',
  why: 'The report is what remains of a validation once VAL is destroyed. Without it nobody can show that the system was fit for use on the day it was put to use.',
  remedy: 'Have the validation report released, and enter its number.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          validations:
            - { «environment»: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation in VAL was completed on 2026-06-26 and has no report'],
      },
    ],
    good: [
      {
        around: 'live',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                report: VR-QB-001, scope: [study-build, study-test, study-publish] }
        `,
      },
      {
        title: 'No report is owed for a validation that is still to be completed',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const validation of plan.validations) {
      const { completed } = validation;
      if (validation.report !== undefined || !plan.hasHappened(completed)) continue;
      report.missing(validation, 'report', {
        message: `${theValidation(plan, validation)} was completed on ${completed} and has no report`,
        help: 'Add `report:` with the number of the validation report.',
      });
    }
  },
});
