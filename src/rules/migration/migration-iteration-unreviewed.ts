import { iterationsOf } from '../../lifecycle/migration.ts';
import { inWords } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import { migrating } from './excerpt.ts';

const names = { reviewed: 'day of review', outcome: 'outcome' };

export default rule({
  id: 'migration-iteration-unreviewed',
  severity: 'error',
  title: 'An iteration is reviewed before the next one, and before the scripts are approved',
  why: 'The review is the only time somebody compares the load with the legacy data. Where an iteration has no review on record, an auditor must assume that its mistakes went on into the next one.',
  remedy: 'Enter the day of the review and what it came to; where there was none, do it now.',
  examples: () => ({
    bad: [
      {
        title: 'The next iteration has begun',
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - { «specReviewed»: 2026-04-01, loaded: 2026-04-10, qcReport: QC-QB-1 }
              - specReviewed: 2026-04-15
                loaded: 2026-04-20
                reviewed: 2026-04-24
                outcome: accepted
                qcReport: QC-QB-2
          `,
        }),
        finds: ['Iteration 1 has no day of review and no outcome, though iteration 2 has begun'],
      },
      {
        title: 'The scripts are approved',
        around: 'live',
        text: migrating({
          iterations: text`
            iterations:
              - «specReviewed»: 2026-04-01
                loaded: 2026-04-10
                reviewed: 2026-04-24
                qcReport: QC-QB-1
          `,
        }),
        finds: ['Iteration 1 has no outcome, though the scripts are approved'],
      },
    ],
    good: [
      {
        title: 'A review that is still to come',
        text: migrating({
          iterations: text`
            iterations:
              - { specReviewed: 2026-04-01, loaded: 2026-04-10 }
          `,
        }),
      },
      {
        title: 'Every iteration has its review',
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
    const approved = plan.hasHappened(plan.facts.migration?.approval?.date);
    const iterations = iterationsOf(plan);
    for (const [index, { number, iteration }] of iterations.entries()) {
      const { reviewed, outcome } = iteration;
      const next = iterations[index + 1];
      const begun = next && plan.hasHappened(next.iteration.specReviewed ?? next.iteration.loaded);
      if (!begun && !approved) continue;
      // What a review comes to is known once it has taken place.
      if (reviewed !== undefined && !plan.hasHappened(reviewed)) continue;
      const missing = [
        ...(reviewed === undefined ? (['reviewed'] as const) : []),
        ...(outcome === undefined ? (['outcome'] as const) : []),
      ];
      if (missing.length === 0) continue;
      const lacking = missing.map((key) => `no ${names[key]}`);
      const since = begun ? `iteration ${next.number} has begun` : 'the scripts are approved';
      report.missing(iteration, missing, {
        message: `Iteration ${number} has ${inWords(lacking)}, though ${since}`,
        help: `Add ${inWords(missing.map((key) => `\`${key}:\``))} to iteration ${number}.`,
      });
    }
  },
});
