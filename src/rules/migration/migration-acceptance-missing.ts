import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-acceptance-missing',
  severity: 'error',
  title: 'The migration scripts pass a formal acceptance test',
  why: 'Reviews find mistakes; the acceptance test is what shows, on record, that none are left which matter. It is the evidence that the volunteers in PROD are those of the legacy database.',
  remedy: 'Plan the acceptance test in Migration, after the last iteration.',
  examples: () => ({
    bad: [
      {
        text: migrating({ block: '«migration»:', acceptance: '' }),
        finds: ['The migration has no formal acceptance test'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check({ facts: { migration } }, report) {
    if (!migration || migration.acceptance) return;
    report.missing(migration, 'acceptance', {
      message: 'The migration has no formal acceptance test',
      help: 'Add `acceptance:` with the `date` of the test and the `environment` it is done in.',
    });
  },
});
