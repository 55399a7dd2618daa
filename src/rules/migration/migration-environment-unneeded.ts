import type { Related } from '../rule.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-environment-unneeded',
  severity: 'error',
  title: 'Without a source database there is no migration',
  why: 'Migration is provisioned only for customers who bring a legacy database. A plan that says both leaves open whether there are volunteers to be moved, and whoever schedules the promotion has to guess.',
  remedy: 'Name the source database if there is one; else take the migration out of the plan.',
  // Until it is clear whether there is a migration at all, nothing else about it need be judged.
  doubts: true,
  examples: () => ({
    bad: [
      {
        title: 'An environment for nothing',
        text: migrating({
          sourceDatabase: 'sourceDatabase: none',
          environment: '«migration»: { created: 2026-03-24, destroyed: 2026-05-08 }',
          block: '',
        }),
        finds: ['The plan has a Migration environment, though it has no source database'],
      },
      {
        title: 'A migration of nothing',
        text: migrating({
          sourceDatabase: 'sourceDatabase: none',
          environment: '',
          block: '«migration»:',
          acceptance: 'acceptance: { date: 2026-04-27 }',
        }),
        finds: ['The plan has a volunteer database migration, though it has no source database'],
      },
      {
        title: 'Both are one contradiction',
        text: migrating({
          sourceDatabase: 'sourceDatabase: none',
          environment: '«migration»: { created: 2026-03-24, destroyed: 2026-05-08 }',
        }),
        finds: ['The plan has a Migration environment, though it has no source database'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check(plan, report) {
    if (plan.hasSourceDatabase !== false) return;
    const help =
      'Name the legacy database as `sourceDatabase`, or remove the Migration environment and the `migration` block.';
    const none = {
      record: plan.facts,
      key: 'sourceDatabase',
      message: 'Here the plan says that there is no source database',
    };
    const block = { record: plan.facts, key: 'migration', message: 'This would go with it' };
    const [environment] = plan.ofKind('migration');
    const related: Related[] = plan.facts.migration ? [none, block] : [none];
    if (environment) {
      report.record(environment, {
        message: 'The plan has a Migration environment, though it has no source database',
        help,
        related,
      });
    } else if (plan.facts.migration) {
      report.key(plan.facts, 'migration', {
        message: 'The plan has a volunteer database migration, though it has no source database',
        help,
        related: [none],
      });
    }
  },
});
