import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { theValidation } from './words.ts';

export default rule({
  id: 'validation-owner',
  severity: 'warning',
  title: 'The platform validation is the customer’s',
  why: 'IQVIA verifies each release, but only the customer can show that the platform, as configured, is fit for its studies. Inspectors hold the customer to it, whoever ran the tests.',
  remedy: 'Name the customer as owner of the validation; others may help to carry it out.',
  examples: () => ({
    bad: [
      {
        text: text`
          validations:
            - { environment: val, owner: «iqvia», started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation in VAL is IQVIA’s, not the customer’s'],
      },
    ],
    good: [
      {
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
      if (validation.owner !== 'iqvia') continue;
      report.value(validation, 'owner', {
        message: `${theValidation(plan, validation)} is IQVIA’s, not the customer’s`,
        help: 'Agree who is responsible on the customer’s side, and write `owner: customer`.',
      });
    }
  },
});
