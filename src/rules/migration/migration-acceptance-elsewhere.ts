import communityFormalUse from '../demo-and-community/community-formal-use.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-acceptance-elsewhere',
  severity: 'error',
  title: 'The acceptance test of the scripts is done in Migration',
  why: 'Only Migration holds what the scripts made of the legacy data. A test in any other environment has tested other data, and accepts nothing.',
  remedy: 'Do the acceptance test in the Migration environment, before it is destroyed.',
  yieldsTo: [communityFormalUse],
  examples: () => ({
    bad: [
      {
        text: migrating({
          acceptance: 'acceptance: { date: 2026-04-27, environment: «pre-prod» }',
        }),
        finds: ['The acceptance test of the scripts is done in Pre-PROD, not in Migration'],
      },
    ],
    good: [{ text: migrating() }],
  }),
  check(plan, report) {
    const acceptance = plan.facts.migration?.acceptance;
    const environment = plan.environment(acceptance?.environment);
    if (!acceptance || !environment?.kind || environment.kind.id === 'migration') return;
    const [right] = plan.ofKind('migration');
    report.value(acceptance, 'environment', {
      message: `The acceptance test of the scripts is done in ${environment.name}, not in Migration`,
      help: `Plan the test in Migration, and write \`environment: ${right?.id ?? 'migration'}\`.`,
    });
  },
});
