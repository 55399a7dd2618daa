import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-without-iteration',
  severity: 'error',
  title: 'A migration is worked out in iterations',
  why: 'Scripts for a legacy database are never right at the first attempt. It takes at least one load, seen and reviewed by people who know the old data, before anybody can approve them.',
  remedy: 'Plan the iterations: review of the specification, load, review of the load.',
  examples: () => ({
    bad: [
      {
        text: migrating({ block: '«migration»:', iterations: '' }),
        finds: ['The migration has no iteration'],
      },
    ],
    good: [{ title: 'At least one', text: migrating() }],
  }),
  check({ facts: { migration } }, report) {
    if (!migration || migration.iterations) return;
    report.missing(migration, 'iterations', {
      message: 'The migration has no iteration',
      help: 'Add `iterations:`, each with the days on which the specification is reviewed, the data are loaded and the load is reviewed.',
    });
  },
});
