import communityFormalUse from '../demo-and-community/community-formal-use.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { groupOf } from './group.ts';

export default rule({
  id: 'sign-off-outside-prod-test',
  severity: 'error',
  title: 'Users are signed off in PROD Test',
  why: 'The sign-off says that somebody can work in the production platform. Given in another environment, it says so about another platform.',
  remedy: 'Sign the group off in PROD Test.',
  yieldsTo: [communityFormalUse],
  examples: () => ({
    bad: [
      {
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: «val.test»
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: ['`Clinic staff` is signed off in VAL Test instead of PROD Test'],
      },
      {
        title: 'Main is not the place either',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: «prod.main»
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: ['`Clinic staff` is signed off in PROD Main instead of PROD Test'],
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
      if (training.signedOff === undefined) continue;
      const place = plan.place(training.instance);
      if (!place || plan.isProdTest(place)) continue;
      const name = place.instance?.name ?? place.environment.name;
      report.value(training, 'instance', {
        message: `${groupOf(training)} is signed off in ${name} instead of PROD Test`,
        help: 'Train and sign the group off in PROD Test, and name it here.',
      });
    }
  },
});
