import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-environment-missing',
  severity: 'error',
  title: 'Whoever migrates a volunteer database has a Migration environment',
  why: 'Each load of the legacy data is reviewed in Migration, and the scripts are accepted there. Without it the volunteers reach PROD Main by scripts whose output nobody has seen.',
  remedy: 'Plan a Migration environment from the first load to the approval of the scripts.',
  doubts: true,
  examples: () => ({
    bad: [
      {
        text: migrating({
          environments: '«environments»:',
          environment: 'migration: # not planned yet',
        }),
        finds: ['The plan has a source database to migrate, and no Migration environment'],
      },
    ],
    good: [
      { text: migrating() },
      {
        title: 'Nothing to migrate, and so nothing to review',
        text: 'sourceDatabase: none\n',
      },
    ],
  }),
  check(plan, report) {
    const { environments, migration } = plan.facts;
    if (!plan.hasSourceDatabase || !migration || !environments) return;
    // An environment whose kind cannot be told may be the one that seems to be missing.
    if (plan.allEnvironments.some(({ kind }) => !kind)) return;
    if (plan.ofKind('migration').length > 0) return;
    report.missing(environments, 'migration', {
      message: 'The plan has a source database to migrate, and no Migration environment',
      help: 'Add `migration:` to the environments, with the days on which it is created and destroyed.',
    });
  },
});
