import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';
import { groupOf } from './group.ts';

export default orderRule({
  id: 'main-access-before-sign-off',
  severity: 'error',
  title: 'Access to PROD Main follows the sign-off',
  why: 'In PROD Main, users handle data of real participants. Access before, or without, the sign-off means untrained users in a live trial, and a training record that contradicts the access list.',
  remedy: 'Give access on the day of the sign-off, or later.',
  waivable: false,
  examples: () => ({
    bad: [
      {
        title: 'Before the sign-off',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: «2026-07-14»
        `,
        finds: [
          '`Clinic staff` gets access to PROD Main on 2026-07-14, before the sign-off on 2026-07-15',
        ],
      },
      {
        title: 'Without a sign-off',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
            - group: Monitors
              role: CRA
              instance: prod.test
              started: 2026-07-08
              mainAccess: «2026-07-16»
        `,
        finds: ['`Monitors` gets access to PROD Main on 2026-07-16, and is never signed off'],
      },
    ],
    good: [
      {
        title: 'On the day of the sign-off',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-15
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const training of plan.training) {
      const { signedOff, mainAccess } = training;
      if (mainAccess === undefined || signedOff !== undefined) continue;
      report.value(training, 'mainAccess', {
        message: `${groupOf(training)} gets access to PROD Main on ${mainAccess}, and is never signed off`,
        help: `Plan the sign-off for ${mainAccess} or earlier, or leave the access out.`,
        restsOn: [{ record: training, key: 'signedOff' }],
      });
    }
  },
  *constraints(plan) {
    for (const training of plan.training) {
      const earlier = moment(training, 'signedOff');
      const later = moment(training, 'mainAccess');
      if (earlier && later) yield { training, earlier, later, about: 'later' as const };
    }
  },
  words: ({ training, earlier, later }) => ({
    message: `${groupOf(training)} gets access to PROD Main on ${later.date}, before the sign-off on ${earlier.date}`,
    help: `Give access on ${earlier.date} or later.`,
  }),
});
