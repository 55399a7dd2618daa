import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'sandbox-destroyed-before-go-live',
  severity: 'error',
  title: 'Sandbox stays until the customer is live',
  why: 'Up to go-live Sandbox is the place to try things out that are not yet decided. Without it, trying moves to environments that are under change control or hold what is to be validated.',
  remedy: 'Keep Sandbox until go-live or later; move its end whenever go-live moves.',
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: 2026-07-20
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: «2026-07-17»
              main:
              test:
        `,
        finds: ['Sandbox is destroyed on 2026-07-17, before go-live on 2026-07-20'],
      },
    ],
    good: [
      {
        title: 'On the day of go-live',
        text: text`
          goLive: 2026-07-20
          environments:
            sandbox:
              release: "26.1"
              created: 2026-03-03
              destroyed: 2026-07-20
              main:
              test:
        `,
      },
    ],
  }),
  *constraints(plan) {
    const { goLive } = plan;
    if (!goLive) return;
    for (const { name, destroyed } of plan.ofKind('sandbox')) {
      if (!destroyed) continue;
      yield { name, earlier: goLive, later: destroyed, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is destroyed on ${later.date}, before go-live on ${earlier.date}`,
    help: `Keep ${name} until ${earlier.date} or later.`,
  }),
});
