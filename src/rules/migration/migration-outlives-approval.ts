import { addDays, inDays } from '../../lifecycle/dates.ts';
import { moment } from '../../lifecycle/moments.ts';
import { days, orderRule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default orderRule({
  id: 'migration-outlives-approval',
  severity: 'warning',
  title: 'Migration is destroyed soon after the scripts are approved',
  why: 'Migration may hold what came out of a legacy database full of people, and it is not under change control. Once the scripts are approved it serves nothing but the chance of being used by mistake.',
  remedy: 'Ask for Migration to be destroyed as soon as the scripts are approved.',
  options: days(14, 'Most days from the approval of the scripts to the end of Migration'),
  examples: () => ({
    bad: [
      {
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: «2026-05-13» }',
        }),
        finds: [
          'Migration is destroyed on 2026-05-13, 15 days after the scripts are approved on 2026-04-28',
        ],
      },
    ],
    good: [
      {
        title: 'The last day that is soon enough',
        text: migrating({
          environment: 'migration: { created: 2026-03-24, destroyed: 2026-05-12 }',
        }),
      },
    ],
  }),
  *constraints(plan, options) {
    const approved = moment(plan.facts.migration?.approval, 'date');
    // Whether it ends too early is for `migration-destroyed-before-approval` to say.
    const within = { min: -Infinity, max: options.days };
    for (const { name, destroyed } of plan.ofKind('migration')) {
      if (!approved || !destroyed) continue;
      yield { name, earlier: approved, later: destroyed, ...within, about: 'later' as const };
    }
  },
  words: ({ name, earlier, later, gap, max }) => ({
    message: `${name} is destroyed on ${later.date}, ${inDays(gap)} after the scripts are approved on ${earlier.date}`,
    help: `Have it destroyed by ${addDays(earlier.date, max)}.`,
  }),
});
