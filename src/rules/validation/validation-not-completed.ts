import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { theValidation } from './words.ts';

export default rule({
  id: 'validation-not-completed',
  severity: 'error',
  title: 'A validation has a day on which it is completed',
  why: 'The promotion waits for that day, and VAL may not be destroyed before it. A validation that is never completed leaves PROD without the evidence it was to give.',
  remedy: 'Agree the day on which the validation is to be completed, and correct it as it moves.',
  examples: () => ({
    bad: [
      {
        text: text`
          validations:
            - { «environment»: val, owner: customer, started: 2026-05-14,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation in VAL starts on 2026-05-14 and is never completed'],
      },
    ],
    good: [
      {
        title: 'A planned day will do',
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
      const { started, completed } = validation;
      if (completed !== undefined) continue;
      const start = started === undefined ? '' : `starts on ${started} and `;
      report.missing(validation, 'completed', {
        message: `${theValidation(plan, validation)} ${start}is never completed`,
        help: 'Add `completed:` with the day on which it was, or is to be, completed.',
      });
    }
  },
});
