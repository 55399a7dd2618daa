import { moment } from '../../lifecycle/moments.ts';
import environmentNotAlive from '../environments/environment-not-alive.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'exploration-after-go-live',
  severity: 'warning',
  title: 'Once the customer is live, features are explored in Community Dev',
  why: 'After go-live Sandbox is about to end and stays on its release. Community Dev has the newest one, and is where customers are expected to look at what comes next.',
  remedy: 'End the exploration in Sandbox by go-live, and go on in Community Dev.',
  // In a Sandbox that is gone, the exploration has its end wrong altogether.
  yieldsTo: [environmentNotAlive],
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: 2026-07-20
          activities:
            - activity: feature-exploration
              instance: sandbox.main
              from: 2026-03-09
              to: «2026-07-31»
        `,
        finds: [
          'Feature exploration in Sandbox Main ends on 2026-07-31, after go-live on 2026-07-20',
        ],
      },
    ],
    good: [
      {
        title: 'Until go-live in Sandbox, then in Community Dev',
        text: text`
          goLive: 2026-07-20
          activities:
            - { activity: feature-exploration, instance: sandbox.main, from: 2026-03-09, to: 2026-07-20 }
            - { activity: feature-exploration, instance: community, from: 2026-07-21, to: 2026-12-18 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    const { goLive } = plan;
    if (!goLive) return;
    for (const activity of plan.activities) {
      const ends = moment(activity, 'to');
      if (activity.activity !== 'feature-exploration' || !ends) continue;
      if (plan.kindAt(activity.instance) !== 'sandbox') continue;
      const name = plan.nameAt(activity.instance);
      yield { name, earlier: ends, later: goLive, about: 'earlier' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `Feature exploration in ${name} ends on ${earlier.date}, after go-live on ${later.date}`,
    help: `End it on ${later.date} or earlier, and plan the rest in Community Dev.`,
  }),
});
