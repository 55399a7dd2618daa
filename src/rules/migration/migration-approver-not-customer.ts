import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'migration-approver-not-customer',
  severity: 'error',
  title: 'The customer approves the migration scripts',
  why: 'The volunteers are the customer’s, and so is the answer to whether the scripts carry them over rightly. Whoever wrote the scripts cannot give it.',
  remedy: 'Have the scripts approved by somebody on the customer’s side.',
  examples: () => ({
    bad: [
      {
        text: migrating({ approval: 'approval: { date: 2026-04-28, by: «iqvia» }' }),
        finds: ['The migration scripts are approved by IQVIA, not by the customer'],
      },
    ],
    good: [
      {
        text: migrating({
          approval: 'approval: { date: 2026-04-28, by: customer, name: Recruitment manager }',
        }),
      },
    ],
  }),
  check(plan, report) {
    const approval = plan.facts.migration?.approval;
    if (approval?.by !== 'iqvia') return;
    report.value(approval, 'by', {
      message: 'The migration scripts are approved by IQVIA, not by the customer',
      help: 'Ask the owner of the legacy database to approve them, and write `by: customer`.',
    });
  },
});
