import communityFormalUse from '../demo-and-community/community-formal-use.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { groupOf } from './group.ts';
import signOffOutsideProdTest from './sign-off-outside-prod-test.ts';

export default rule({
  id: 'training-outside-prod-test',
  severity: 'warning',
  title: 'Users are trained in PROD Test',
  why: 'PROD Test is what users will work with, on dummy data. What they learn elsewhere may differ in configuration or release, and cannot lead to their sign-off.',
  remedy: 'Plan the training in PROD Test; Sandbox is for first steps.',
  yieldsTo: [signOffOutsideProdTest, communityFormalUse],
  examples: () => ({
    bad: [
      {
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
            - group: Monitors
              instance: «sandbox.test»
              started: 2026-06-08
        `,
        finds: ['The training of `Monitors` is planned in Sandbox Test instead of PROD Test'],
      },
    ],
    good: [
      {
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const training of plan.training) {
      const place = plan.place(training.instance);
      if (!place || plan.isProdTest(place)) continue;
      const name = place.instance?.name ?? place.environment.name;
      report.value(training, 'instance', {
        message: `The training of ${groupOf(training)} is planned in ${name} instead of PROD Test`,
        help: 'Name PROD Test here; describe first steps elsewhere as an activity.',
      });
    }
  },
});
