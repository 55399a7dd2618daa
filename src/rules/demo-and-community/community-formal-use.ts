import type { Activity } from '../../lifecycle/plan.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

/** Activities that something later rests on. */
const formal: readonly Activity['activity'][] = [
  'formal-testing',
  'configuration',
  'study-conduct',
];

export default rule({
  id: 'community-formal-use',
  severity: 'error',
  title: 'Nothing formal is done in Community Dev',
  why: 'All customers share Community Dev, it has no IQ, and it always runs the newest release. What is tested, accepted or signed off there holds for no environment of the customer’s own.',
  remedy:
    'Move it to the environment that is made for it: VAL, Migration, PROD Test, Pre-PROD or PROD Main.',
  examples: () => ({
    bad: [
      {
        title: 'Formal testing, configuration, study conduct',
        text: text`
          activities:
            - activity: «formal-testing»
              instance: community
              from: 2026-05-18
              to: 2026-05-22
            - activity: «configuration»
              instance: community
              from: 2026-04-06
              to: 2026-04-10
            - activity: «study-conduct»
              instance: community
              from: 2026-07-20
              to: 2026-12-18
        `,
        finds: [
          'Community Dev is not the place for `formal-testing`',
          'Community Dev is not the place for `configuration`',
          'Community Dev is not the place for `study-conduct`',
        ],
      },
      {
        title: 'A sign-off',
        text: text`
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: «community»
              started: 2026-07-08
              signedOff: 2026-07-15
              mainAccess: 2026-07-16
        `,
        finds: ['`Clinic staff` are signed off in Community Dev'],
      },
      {
        title: 'The acceptance of migration scripts',
        text: text`
          sourceDatabase: VolTrak 5
          environments:
            migration:
              release: "26.1"
              created: 2026-03-16
              destroyed: 2026-05-08
          migration:
            specification: MS-QB version 1
            iterations:
              - { specReviewed: 2026-03-16, loaded: 2026-04-01, reviewed: 2026-04-24, outcome: accepted }
            acceptance:
              date: 2026-04-28
              environment: «community»
            approval: { date: 2026-05-06, by: customer }
            legacyFrozen: 2026-07-03
            databaseMigrated: 2026-07-06
        `,
        finds: ['The migration scripts are accepted in Community Dev'],
      },
    ],
    good: [
      {
        title: 'The newest release may be explored there at any time',
        text: text`
          activities:
            - { activity: feature-exploration, instance: community, from: 2026-03-16, to: 2026-12-18 }
            - { activity: informal-testing, instance: community, from: 2026-08-10, to: 2026-08-14 }
        `,
      },
    ],
  }),
  check(plan, report) {
    const isThere = (reference: string | undefined) => plan.kindAt(reference) === 'community';
    for (const activity of plan.activities) {
      const { activity: what, instance } = activity;
      if (what === undefined || !formal.includes(what) || !isThere(instance)) continue;
      report.value(activity, 'activity', {
        message: `${plan.nameAt(instance)} is not the place for ${quote(what)}`,
        help: places[what] ?? 'Plan it in an environment of the customer’s own.',
        restsOn: [{ record: activity, key: 'instance' }],
      });
    }
    for (const training of plan.training) {
      const { group, instance, signedOff } = training;
      if (signedOff === undefined || !isThere(instance)) continue;
      report.value(training, 'instance', {
        message: `${group === undefined ? 'Users' : quote(group)} are signed off in ${plan.nameAt(instance)}`,
        help: 'Train them in PROD Test and have the sign-off given there.',
      });
    }
    const acceptance = plan.facts.migration?.acceptance;
    if (!acceptance || !isThere(acceptance.environment)) return;
    report.value(acceptance, 'environment', {
      message: `The migration scripts are accepted in ${plan.nameAt(acceptance.environment)}`,
      help: 'Have the acceptance test done in Migration, where the scripts’ output is loaded.',
    });
  },
});

/** Where formal activities belong. */
const places: Readonly<Record<string, string>> = {
  'formal-testing': 'Test formally in VAL; look at new features here beforehand.',
  configuration: 'Configure Pre-PROD; nothing is carried over from Community Dev.',
  'study-conduct': 'Conduct studies in PROD Main, once the customer is live.',
};
