import { inDays } from '../../lifecycle/dates.ts';
import { moment } from '../../lifecycle/moments.ts';
import environmentNotAlive from '../environments/environment-not-alive.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'iq-late',
  severity: 'warning',
  title: 'The IQ follows soon after the instance is created',
  why: 'Until it is qualified, an instance under change control may not be used for anything formal. A late IQ costs the days between, and invites use before qualification.',
  remedy: 'Agree an earlier date for the IQ, or create the instance later.',
  options: days(10, 'Most days from the creation of an instance to its IQ'),
  yieldsTo: [environmentNotAlive],
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: «2026-04-07» }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['The IQ of Pre-PROD, 2026-04-07, is 15 days after its creation on 2026-03-23'],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-04-02 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    for (const environment of plan.controlled) {
      for (const { name, iq, firstCreated } of environment.qualifications) {
        const qualified = moment(iq, 'date');
        if (!qualified || !firstCreated) continue;
        // Whether the IQ comes too early is for `iq-before-creation` to say.
        const within = { min: -Infinity, max: options.days };
        yield { name, earlier: firstCreated, later: qualified, ...within, about: 'later' as const };
      }
    }
  },
  words: ({ name, earlier, later, gap, max }) => ({
    message: `The IQ of ${name}, ${later.date}, is ${inDays(gap)} after its creation on ${earlier.date}`,
    help: `Plan the IQ within ${inDays(max)} of the creation.`,
  }),
});
