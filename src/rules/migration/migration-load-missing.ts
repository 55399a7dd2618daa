import { quote } from '../../lifecycle/words.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-load-missing',
  severity: 'error',
  title: 'A migration has a day on which the participants’ data go into PROD',
  why: 'Everything about the cut-over hangs on that day: the legacy system stops, Pre-PROD is promoted, and the volunteers arrive. Without it none of these can be agreed.',
  remedy: 'Agree the day on which the scripts run for good, at the promotion of Pre-PROD.',
  examples: () => ({
    bad: [
      {
        text: migrating({ block: '«migration»:', databaseMigrated: '' }),
        finds: ['The plan does not say on which day the data of `Volunteer register` go into PROD'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check(plan, report) {
    const { migration, sourceDatabase } = plan.facts;
    if (!migration || !sourceDatabase || !plan.hasSourceDatabase) return;
    if (migration.databaseMigrated !== undefined) return;
    const { promotion } = plan;
    const when = promotion ? `, such as ${promotion.date}, the day of the promotion` : '';
    report.missing(migration, 'databaseMigrated', {
      message: `The plan does not say on which day the data of ${quote(sourceDatabase)} go into PROD`,
      help: `Add \`databaseMigrated:\` to the migration${when}.`,
    });
  },
});
