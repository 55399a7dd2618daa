import type { Plan } from '../../lifecycle/plan.ts';
import communityFormalUse from '../demo-and-community/community-formal-use.ts';
import demoActivity from '../demo-and-community/demo-activity.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'validation-outside-val',
  severity: 'error',
  title: 'Validation and formal testing are done in VAL',
  why: 'VAL is the pair that is cloned from the final configuration and left alone while it is tested. What is tested anywhere else may have changed by the next day, and proves nothing about PROD.',
  remedy: 'Do it in VAL; before there is one, a dry run in Sandbox is the way to prepare.',
  yieldsTo: [communityFormalUse, demoActivity],
  examples: () => ({
    bad: [
      {
        title: 'A validation',
        text: text`
          validations:
            - { environment: «pre-prod», owner: customer, started: 2026-05-14, completed: 2026-06-26,
                scope: [study-build, study-test, study-publish] }
        `,
        finds: ['The validation from 2026-05-14 is done in Pre-PROD, not in VAL'],
      },
      {
        title: 'Formal testing',
        text: text`
          activities:
            - { activity: formal-testing, instance: «prod.test», from: 2026-07-08, to: 2026-07-17 }
        `,
        finds: ['The formal testing from 2026-07-08 is done in PROD Test, not in VAL'],
      },
    ],
    good: [
      {
        text: text`
          activities:
            - { activity: formal-testing, instance: val.main, from: 2026-05-14, to: 2026-06-26 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const validation of plan.validations) {
      const { environment: id, started } = validation;
      const environment = plan.environment(id);
      if (!environment?.kind || environment.kind.id === 'val') continue;
      const which = started === undefined ? 'A validation' : `The validation from ${started}`;
      report.value(validation, 'environment', {
        message: `${which} is done in ${environment.name}, not in VAL`,
        help: `Write \`environment: ${valOf(plan)}\`, and move the validation there.`,
      });
    }
    for (const activity of plan.activities) {
      if (activity.activity !== 'formal-testing') continue;
      const { instance: reference, from } = activity;
      const kind = plan.kindAt(reference);
      // What may be done in Sandbox is for `sandbox-activity` to say.
      if (!kind || kind === 'val' || kind === 'sandbox') continue;
      const which = from === undefined ? 'Formal testing' : `The formal testing from ${from}`;
      report.value(activity, 'instance', {
        message: `${which} is done in ${plan.nameAt(reference)}, not in VAL`,
        help: `Write \`instance: ${valOf(plan)}.main\` or \`.test\`, and move the testing there; testing that proves nothing is \`informal-testing\`, and belongs in Sandbox.`,
        restsOn: [{ record: activity, key: 'activity' }],
      });
    }
  },
});

function valOf(plan: Plan): string {
  return plan.onboardingVal?.id ?? 'val';
}
