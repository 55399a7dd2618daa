import { inDays } from '../../lifecycle/dates.ts';
import { moment } from '../../lifecycle/moments.ts';
import { text } from '../example.ts';
import { days, orderRule } from '../rule.ts';

export default orderRule({
  id: 'prod-promotion-apart-from-migration',
  severity: 'error',
  title: 'Pre-PROD is promoted when the participants’ data are migrated',
  why: 'The promotion and the migration of the participants’ data are one step. Apart, there is a PROD without its volunteers, or data that age while they wait for a PROD to go into.',
  remedy: 'Plan the promotion and the database migration for the same days.',
  options: days(2, 'Most days between the promotion and the database migration'),
  examples: () => ({
    bad: [
      {
        title: 'The data come too late',
        text: text`
          sourceDatabase: VolTrak 5
          environments:
            migration: { release: "26.1", created: 2026-03-30, destroyed: 2026-05-20 }
          migration:
            specification: MS-QB version 2
            iterations:
              - { specReviewed: 2026-03-30, loaded: 2026-04-07, reviewed: 2026-04-20, outcome: accepted }
            acceptance: { date: 2026-05-11, environment: migration }
            approval: { date: 2026-05-12, by: customer }
            databaseMigrated: «2026-07-09»
        `,
        finds: [
          'The participants’ data go into PROD on 2026-07-09, 3 days after the promotion on 2026-07-06',
        ],
      },
      {
        title: 'The data come before there is a PROD',
        text: text`
          sourceDatabase: VolTrak 5
          environments:
            migration: { release: "26.1", created: 2026-03-30, destroyed: 2026-05-20 }
          migration:
            specification: MS-QB version 2
            iterations:
              - { specReviewed: 2026-03-30, loaded: 2026-04-07, reviewed: 2026-04-20, outcome: accepted }
            acceptance: { date: 2026-05-11, environment: migration }
            approval: { date: 2026-05-12, by: customer }
            databaseMigrated: «2026-07-01»
        `,
        finds: [
          'The participants’ data go into PROD on 2026-07-01, 5 days before the promotion on 2026-07-06',
        ],
      },
    ],
    good: [
      {
        title: 'The last day that is in time',
        text: text`
          sourceDatabase: VolTrak 5
          environments:
            migration: { release: "26.1", created: 2026-03-30, destroyed: 2026-05-20 }
          migration:
            specification: MS-QB version 2
            iterations:
              - { specReviewed: 2026-03-30, loaded: 2026-04-07, reviewed: 2026-04-20, outcome: accepted }
            acceptance: { date: 2026-05-11, environment: migration }
            approval: { date: 2026-05-12, by: customer }
            databaseMigrated: 2026-07-08
        `,
      },
    ],
  }),
  *constraints(plan, options) {
    const migrated = moment(plan.facts.migration, 'databaseMigrated');
    const { promotion } = plan;
    if (!plan.hasSourceDatabase || !migrated || !promotion) return;
    const within = { min: -options.days, max: options.days };
    yield { earlier: promotion, later: migrated, ...within, about: 'later' as const };
  },
  words: ({ earlier, later, gap, max }) => ({
    message: `The participants’ data go into PROD on ${later.date}, ${inDays(Math.abs(gap))} ${gap < 0 ? 'before' : 'after'} the promotion on ${earlier.date}`,
    help: `Plan the two within ${inDays(max)} of each other.`,
  }),
});
