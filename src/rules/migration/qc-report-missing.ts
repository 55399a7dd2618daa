import { iterationsOf } from '../../lifecycle/migration.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

export default rule({
  id: 'qc-report-missing',
  severity: 'warning',
  title: 'Every load leaves a QC Import Report',
  why: 'Customers do not see the program that moves their data. The report, with its counts and warnings, is what they can hold against the legacy database, and later show an auditor.',
  remedy: 'Ask for the QC Import Report of the load, file it, and enter its number.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - «specReviewed»: 2026-04-01
                loaded: 2026-04-10
                reviewed: 2026-04-24
                outcome: accepted
          `,
        }),
        finds: ['Iteration 1 was loaded on 2026-04-10 and has no QC Import Report'],
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
      { title: 'A load that is still to come', text: migrating() },
    ],
  }),
  check(plan, report) {
    for (const { number, iteration } of iterationsOf(plan)) {
      const { loaded, qcReport } = iteration;
      if (qcReport !== undefined || !plan.hasHappened(loaded)) continue;
      report.missing(iteration, 'qcReport', {
        message: `Iteration ${number} was loaded on ${loaded} and has no QC Import Report`,
        help: `Add \`qcReport:\` to iteration ${number}, with the number of the report.`,
      });
    }
  },
});
