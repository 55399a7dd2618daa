import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-approval-missing',
  severity: 'error',
  title: 'The migration scripts are approved',
  why: 'The approval is the customer’s word that these scripts may run on the real volunteers. It also ends the life of Migration; without a date for it, neither can be planned.',
  remedy: 'Plan the day of approval, after the acceptance test and before the data go into PROD.',
  examples: () => ({
    bad: [
      {
        text: migrating({ block: '«migration»:', approval: '' }),
        finds: ['Nobody approves the migration scripts'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check({ facts: { migration } }, report) {
    if (!migration || migration.approval) return;
    report.missing(migration, 'approval', {
      message: 'Nobody approves the migration scripts',
      help: 'Add `approval:` with its `date`, and `by: customer`.',
    });
  },
});
