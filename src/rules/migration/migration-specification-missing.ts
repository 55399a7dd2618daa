import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-specification-missing',
  severity: 'error',
  title: 'A migration follows a Migration Specification',
  why: 'The specification says what is moved and how, and every load is reviewed against it. Without one there is nothing to program from and nothing to accept.',
  remedy: 'Write the Migration Specification, and name it with its version.',
  examples: () => ({
    bad: [
      {
        text: migrating({ block: '«migration»:', specification: '' }),
        finds: ['The migration names no Migration Specification'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check({ facts: { migration } }, report) {
    if (!migration || migration.specification !== undefined) return;
    report.missing(migration, 'specification', {
      message: 'The migration names no Migration Specification',
      help: 'Add `specification:` to the migration, with the name and version of the document.',
    });
  },
});
