import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { groupOf } from './group.ts';

export default rule({
  id: 'role-missing',
  severity: 'error',
  title: 'Access to PROD Main comes with a role',
  why: 'A role says what its users may do. Access without one either does not work on the day, or is given a role that nobody has thought about.',
  remedy: 'State the role that the group will have in PROD Main.',
  examples: () => ({
    bad: [
      {
        text: text`
          training:
            - «group»: Clinic staff
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: ['`Clinic staff` gets access to PROD Main on 2026-07-16 without a role'],
      },
    ],
    good: [
      {
        title: 'Without access no role is needed yet',
        text: text`
          training:
            - group: Clinic staff
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const training of plan.training) {
      const { mainAccess, role } = training;
      if (mainAccess === undefined || role !== undefined) continue;
      report.missing(training, 'role', {
        message: `${groupOf(training)} gets access to PROD Main on ${mainAccess} without a role`,
        help: 'Add `role` with the role that the group gets there.',
      });
    }
  },
});
