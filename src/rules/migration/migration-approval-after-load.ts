import { moment } from '../../lifecycle/moments.ts';
import { orderRule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default orderRule({
  id: 'migration-approval-after-load',
  severity: 'error',
  title: 'The scripts are approved before they run on the real data',
  why: 'Once the participants’ data are in PROD, an approval can change nothing any more. An auditor will ask who allowed the load, and find nobody.',
  remedy: 'Agree an earlier approval, or migrate the data into PROD later.',
  examples: () => ({
    bad: [
      {
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: 2026-07-08 }',
          approval: 'approval: { date: «2026-07-07», by: customer }',
        }),
        finds: [
          'The scripts are approved on 2026-07-07, after the data go into PROD on 2026-07-06',
        ],
      },
    ],
    good: [
      {
        title: 'On the same day',
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: 2026-07-08 }',
          approval: 'approval: { date: 2026-07-06, by: customer }',
        }),
      },
    ],
  }),
  *constraints({ facts: { migration } }) {
    const approved = moment(migration?.approval, 'date');
    const loaded = moment(migration, 'databaseMigrated');
    if (approved && loaded) yield { earlier: approved, later: loaded, about: 'earlier' as const };
  },
  words: ({ earlier, later }) => ({
    message: `The scripts are approved on ${earlier.date}, after the data go into PROD on ${later.date}`,
    help: `Have the scripts approved by ${later.date}, or move the load to ${earlier.date} or later.`,
  }),
});
