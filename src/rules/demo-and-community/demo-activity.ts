import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'demo-activity',
  severity: 'warning',
  title: 'Demo is for demonstrations only',
  why: 'Demo belongs to IQVIA, and its release and content follow IQVIA’s needs. Work that rests on it may find another Demo the next morning, and proves nothing about the customer’s own environments.',
  remedy: 'Move the activity to one of the customer’s own environments, or to Community Dev.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            demo:
              release: "26.1"
          activities:
            - activity: «training»
              instance: demo
              from: 2026-03-09
              to: 2026-03-13
        `,
        finds: ['The activity `training` rests on Demo'],
      },
      {
        title: 'Formal testing least of all',
        text: text`
          environments:
            demo:
              release: "26.1"
          activities:
            - activity: «formal-testing»
              instance: demo
              from: 2026-05-18
              to: 2026-05-22
        `,
        finds: ['The activity `formal-testing` rests on Demo'],
      },
    ],
    good: [
      {
        text: text`
          environments:
            demo:
              release: "26.1"
          activities:
            - { activity: demonstration, instance: demo, from: 2026-03-04, to: 2026-03-04, owner: iqvia }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const activity of plan.activities) {
      const { activity: what, instance } = activity;
      if (what === undefined || what === 'demonstration') continue;
      if (plan.kindAt(instance) !== 'demo') continue;
      report.value(activity, 'activity', {
        message: `The activity ${quote(what)} rests on ${plan.nameAt(instance)}`,
        help: 'Plan it in an environment of the customer’s own: Sandbox to learn and explore, VAL to test formally.',
        restsOn: [{ record: activity, key: 'instance' }],
      });
    }
  },
});
