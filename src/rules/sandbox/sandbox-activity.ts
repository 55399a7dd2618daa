import { kinds } from '../../lifecycle/kinds.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

/** What Sandbox is for. */
const fitting = kinds.sandbox.uses.map(({ activity }) => activity);

export default rule({
  id: 'sandbox-activity',
  severity: 'error',
  title: 'Sandbox is used to learn, to explore and to practice',
  why: 'Sandbox has no IQ and may be changed without notice. Nothing that is to count later can rest on it: not a formal test, not a configuration, not the data of a study.',
  remedy:
    'Move the activity to the environment that is made for it, or plan what leads up to it: informal testing, a dry run.',
  examples: () => ({
    bad: [
      {
        title: 'Formal testing needs a qualified environment',
        text: text`
          activities:
            - activity: «formal-testing»
              instance: sandbox.main
              from: 2026-04-13
              to: 2026-04-24
        `,
        finds: ['Sandbox Main is not the place for `formal-testing`'],
      },
      {
        title: 'Studies are conducted in PROD Main',
        text: text`
          activities:
            - activity: «study-conduct»
              instance: sandbox
              from: 2026-04-13
              to: 2026-07-31
        `,
        finds: ['Sandbox is not the place for `study-conduct`'],
      },
    ],
    good: [
      {
        title: 'A dry run may be done there, and export and import practiced',
        text: text`
          activities:
            - { activity: dry-run-formal-testing, instance: sandbox.main, from: 2026-04-13, to: 2026-04-24 }
            - { activity: export-import-practice, instance: sandbox.test, from: 2026-04-20, to: 2026-04-22 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const activity of plan.activities) {
      const { activity: what, instance } = activity;
      if (what === undefined || fitting.includes(what)) continue;
      if (plan.kindAt(instance) !== 'sandbox') continue;
      report.value(activity, 'activity', {
        message: `${plan.nameAt(instance)} is not the place for ${quote(what)}`,
        help: places[what] ?? 'Move it to the environment that is made for it.',
        restsOn: [{ record: activity, key: 'instance' }],
      });
    }
  },
});

/** Where the other activities belong. */
const places: Readonly<Record<string, string>> = {
  'formal-testing': 'Test formally in VAL; in Sandbox plan a `dry-run-formal-testing` at most.',
  configuration:
    'Configure Pre-PROD; what is tried out in Sandbox to reach a decision is `feature-exploration`.',
  'data-review': 'Review migrated data in Migration; Sandbox holds dummy data only.',
  demonstration: 'Demonstrations are given in Demo; leave the activity out of Sandbox.',
  'study-conduct': 'Conduct studies in PROD Main, once the customer is live.',
};
