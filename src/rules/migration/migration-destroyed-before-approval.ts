import { moment } from '../../lifecycle/moments.ts';
import { orderRule } from '../rule.ts';
import { migrating } from './excerpt.ts';
import migrationApprovalAfterLoad from './migration-approval-after-load.ts';

export default orderRule({
  id: 'migration-destroyed-before-approval',
  severity: 'error',
  title: 'Migration stays until the scripts are approved',
  why: 'With Migration gone, nobody can look at the load again, and no further iteration is possible. The approval would rest on memory.',
  remedy: 'Keep Migration until the day of approval, or agree an earlier approval.',
  // An approval that is too late even for the load is what is wrong then.
  yieldsTo: [migrationApprovalAfterLoad],
  examples: () => ({
    bad: [
      {
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: «2026-04-27» }',
        }),
        finds: [
          'Migration is destroyed on 2026-04-27, before the scripts are approved on 2026-04-28',
        ],
      },
    ],
    good: [
      {
        title: 'On the day of approval',
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: 2026-04-28 }',
        }),
      },
    ],
  }),
  *constraints(plan) {
    const approved = moment(plan.facts.migration?.approval, 'date');
    for (const { name, destroyed } of plan.ofKind('migration')) {
      if (!approved || !destroyed) continue;
      yield { name, earlier: approved, later: destroyed, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later }) => ({
    message: `${name} is destroyed on ${later.date}, before the scripts are approved on ${earlier.date}`,
    help: `Keep it until ${earlier.date} at least.`,
  }),
});
