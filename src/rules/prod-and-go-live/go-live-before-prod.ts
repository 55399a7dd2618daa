import { byDay } from '../../lifecycle/order.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'go-live-before-prod',
  severity: 'error',
  title: 'Go-live comes when both instances of PROD are there',
  why: 'The customer goes live in PROD Main, with users who were signed off in PROD Test. Without both there is nothing to go live in.',
  remedy: 'Move go-live behind the promotion, or the promotion before go-live.',
  examples: () => ({
    bad: [
      {
        text: text`
          goLive: «2026-07-17»
          environments:
            prod:
              release: "26.1"
              created: 2026-07-20
              promotedFrom: pre-prod
              iq: { date: 2026-07-21 }
              reports:
                - { date: 2026-07-21, comparedWith: pre-prod }
              main: {}
              test: {}
          training: []
        `,
        finds: ['Go-live on 2026-07-17 is before PROD is created on 2026-07-20'],
      },
      {
        title: 'Only PROD Test is missing',
        text: text`
          goLive: «2026-07-17»
          environments:
            prod:
              release: "26.1"
              promotedFrom: pre-prod
              iq: { date: 2026-07-21 }
              reports:
                - { date: 2026-07-21, comparedWith: pre-prod }
              main: { created: 2026-07-17 }
              test: { created: 2026-07-20 }
          training: []
        `,
        finds: ['Go-live on 2026-07-17 is before PROD Test is created on 2026-07-20'],
      },
    ],
    good: [
      {
        title: 'PROD Test is there on the day',
        text: text`
          goLive: 2026-07-17
          environments:
            prod:
              release: "26.1"
              promotedFrom: pre-prod
              iq: { date: 2026-07-17 }
              reports:
                - { date: 2026-07-17, comparedWith: pre-prod }
              main: { created: 2026-07-16 }
              test: { created: 2026-07-17 }
          training:
            - group: Clinic staff
              role: Study coordinator
              instance: prod.test
              started: 2026-07-17
              signedOff: 2026-07-17
              mainAccess: 2026-07-17
        `,
      },
    ],
  }),
  *constraints(plan) {
    const { goLive } = plan;
    for (const prod of plan.ofKind('prod')) {
      const last = prod.creations.toSorted((a, b) => byDay(a.day.date, b.day.date)).at(-1);
      if (!goLive || !last) continue;
      yield { name: last.name, earlier: last.day, later: goLive, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `Go-live on ${later.date} is before ${name} is created on ${earlier.date}`,
    help: `Plan go-live for ${earlier.date} or later.`,
  }),
});
