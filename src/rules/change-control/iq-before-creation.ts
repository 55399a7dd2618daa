import { inDays } from '../../lifecycle/dates.ts';
import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { orderRule } from '../rule.ts';

export default orderRule({
  id: 'iq-before-creation',
  severity: 'error',
  title: 'An instance exists before it is qualified',
  why: 'An IQ records an instance that has been set up. One dated before the instance came into being cannot have looked at it, and puts every later record of that instance in question.',
  remedy:
    'Correct whichever of the two dates is wrong, or plan the IQ for a day after the creation.',
  examples: () => ({
    bad: [
      {
        title: 'One day too early',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: «2026-03-22» }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: [
          'The IQ of Pre-PROD, 2026-03-22, is 1 day before Pre-PROD is created on 2026-03-23',
        ],
      },
      {
        title: 'One IQ for a pair whose second instance does not exist yet',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: «2026-07-06» }
              reports:
                - { date: 2026-07-08, comparedWith: pre-prod }
              main: {}
              test:
                created: 2026-07-08
        `,
        finds: ['The IQ of PROD, 2026-07-06, is 2 days before PROD Test is created on 2026-07-08'],
      },
    ],
    good: [
      {
        title: 'On the day of creation',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-23 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  *constraints(plan) {
    for (const environment of plan.controlled) {
      for (const { name, iq, lastCreated } of environment.qualifications) {
        const qualified = moment(iq, 'date');
        if (!qualified || !lastCreated) continue;
        const last = environment.instances.find(({ facts }) => facts === lastCreated.record);
        yield {
          name,
          created: last?.name ?? name,
          earlier: lastCreated,
          later: qualified,
          about: 'later' as const,
        };
      }
    }
  },
  words: ({ name, created, earlier, later, gap }) => ({
    message: `The IQ of ${name}, ${later.date}, is ${inDays(-gap)} before ${created} is created on ${earlier.date}`,
    help: `Plan the IQ for ${earlier.date} or later, or correct the day of creation.`,
  }),
});
