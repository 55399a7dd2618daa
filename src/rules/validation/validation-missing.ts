import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import validationOutsideVal from './validation-outside-val.ts';

export default rule({
  id: 'validation-missing',
  severity: 'error',
  title: 'The platform is validated in the VAL of the onboarding',
  why: 'VAL exists for the customer’s platform validation. Without one, Pre-PROD would be promoted on the strength of nobody’s tests, and clinical data would be entered in a system that was never shown to be fit for them.',
  remedy: 'Plan the validation: when it starts, when it is to be completed, and what it covers.',
  // A validation in a wrong environment may be the one that seems to be missing.
  yieldsTo: [validationOutsideVal],
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            «val»:
              release: "26.1"
              created: 2026-05-11
              destroyed: 2026-07-31
              clonedFrom: pre-prod
              iq: { date: 2026-05-13 }
              reports:
                - { date: 2026-05-13, comparedWith: pre-prod }
              main:
              test:
          validations: # none planned yet
        `,
        finds: ['No validation is planned in VAL'],
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
    const val = plan.onboardingVal;
    if (!val || plan.validationsIn(val).length > 0) return;
    // An entry that could not be read may be the one that seems to be missing.
    if (isIncomplete(plan.facts.validations)) return;
    const elsewhere = plan.validations.flatMap((validation) => {
      const environment = plan.environment(validation.environment);
      const named = { record: validation, key: 'environment' };
      return environment ? [named, { record: environment }] : [named];
    });
    report.record(val, {
      message: `No validation is planned in ${val.name}`,
      help: `Add a validation with \`environment: ${val.id}\` to \`validations\`.`,
      restsOn: [{ record: plan.facts, key: 'validations' }, ...elsewhere],
    });
  },
});
