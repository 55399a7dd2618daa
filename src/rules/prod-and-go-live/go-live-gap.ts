import { inDays } from '../../lifecycle/dates.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'go-live-gap',
  severity: 'warning',
  title: 'Go-live follows soon after the promotion',
  why: 'Between promotion and go-live the migrated data age, and the clinic lives with two systems. The longer it lasts, the more has to be entered twice.',
  remedy: 'Bring promotion and go-live closer together.',
  options: days(21, 'Most days from the promotion to go-live'),
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: «2026-07-28»
        `,
        finds: ['Go-live on 2026-07-28 is 22 days after the promotion on 2026-07-06'],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          goLive: 2026-07-27
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    const { promotion, goLive } = plan;
    if (!promotion || !goLive) return;
    // Whether go-live comes too early is for `go-live-before-prod` to say.
    const within = { min: -Infinity, max: options.days };
    yield { earlier: promotion, later: goLive, ...within, about: 'later' as const };
  },
  words: ({ earlier, later, gap, max }) => ({
    message: `Go-live on ${later.date} is ${inDays(gap)} after the promotion on ${earlier.date}`,
    help: `Plan go-live within ${inDays(max)} of the promotion.`,
  }),
});
