import { inDays } from '../../lifecycle/dates.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'sandbox-outlives-go-live',
  severity: 'warning',
  title: 'Sandbox is destroyed soon after go-live',
  why: 'With go-live Sandbox has served its purpose, and Community Dev takes its place. A Sandbox that stays invites work on an old release, in an environment that may be changed without notice.',
  remedy: 'Agree a day for its end, and move what is still going on there to Community Dev.',
  options: days(30, 'Most days from go-live to the end of Sandbox'),
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: 2026-07-20
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: «2026-08-20»
              main:
              test:
        `,
        finds: ['Sandbox is destroyed on 2026-08-20, 31 days after go-live on 2026-07-20'],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          goLive: 2026-07-20
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-08-19
              main:
              test:
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    const { goLive } = plan;
    if (!goLive) return;
    // Whether it ends too early is for `sandbox-destroyed-before-go-live` to say.
    const within = { min: -Infinity, max: options.days };
    for (const { name, destroyed } of plan.ofKind('sandbox')) {
      if (!destroyed) continue;
      yield { name, earlier: goLive, later: destroyed, ...within, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later, gap, max }) => ({
    message: `${name} is destroyed on ${later.date}, ${inDays(gap)} after go-live on ${earlier.date}`,
    help: `Have ${name} destroyed within ${inDays(max)} of go-live.`,
  }),
});
