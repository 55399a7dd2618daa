import { iterationsOf } from '../../lifecycle/migration.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';
import migrationIterationUnreviewed from './migration-iteration-unreviewed.ts';

export default rule({
  id: 'migration-last-iteration-open',
  severity: 'error',
  title: 'Scripts are approved once the last iteration is accepted',
  why: 'What the customer approves is the state of the scripts in the last iteration. If its review asked for changes, the scripts that run on the real volunteers are not the ones that anybody found good.',
  remedy: 'Do another iteration until its review accepts the load, and approve the scripts then.',
  yieldsTo: [migrationIterationUnreviewed],
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - specReviewed: 2026-04-01
                loaded: 2026-04-10
                reviewed: 2026-04-24
                outcome: «changes-needed»
                qcReport: QC-QB-1
          `,
        }),
        finds: [
          'The scripts are approved on 2026-04-28, though iteration 1, the last one, needs changes',
        ],
      },
      {
        title: 'Approved before the last review',
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - «specReviewed»: 2026-04-01
                loaded: 2026-04-10
                reviewed: 2026-10-02
                qcReport: QC-QB-1
          `,
        }),
        finds: [
          'The scripts are approved on 2026-04-28, though iteration 1, the last one, has no outcome yet',
        ],
      },
    ],
    good: [
      {
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - specReviewed: 2026-04-01
                loaded: 2026-04-10
                reviewed: 2026-04-24
                outcome: accepted
                qcReport: QC-QB-1
          `,
        }),
      },
    ],
  }),
  check(plan, report) {
    const approval = plan.facts.migration?.approval;
    const last = iterationsOf(plan).at(-1);
    if (!approval || !last || !plan.hasHappened(approval.date)) return;
    const { number, iteration } = last;
    const { outcome } = iteration;
    // An entry that could not be read may be the last one.
    if (outcome === 'accepted' || isIncomplete(plan.facts.migration?.iterations)) return;
    const state = outcome === undefined ? 'has no outcome yet' : 'needs changes';
    const words = {
      message: `The scripts are approved on ${approval.date}, though iteration ${number}, the last one, ${state}`,
      help: 'Add the iteration that was accepted, or move the approval to a day after such an iteration.',
      related: [{ record: approval, key: 'date', message: 'The approval is written here' }],
      restsOn: [{ record: iteration, key: 'reviewed' }],
    };
    if (outcome === undefined) report.missing(iteration, 'outcome', words);
    else report.value(iteration, 'outcome', words);
  },
});
