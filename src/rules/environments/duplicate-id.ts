import { folded, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { type Report, rule } from '../rule.ts';

export default rule({
  id: 'duplicate-id',
  severity: 'error',
  title: 'Findings of a validation and decisions have numbers of their own',
  why: 'Changes, reports and minutes refer to a finding or a decision by its number. If two share it, nobody can show which of them was answered.',
  remedy: 'Give the later one a number that is free.',
  examples: () => ({
    bad: [
      {
        title: 'Two findings of one validation',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: minor, opened: 2026-05-20, resolved: 2026-05-29 }
                - { id: «F-01», severity: minor, opened: 2026-06-02, resolved: 2026-06-05 }
        `,
        finds: ['Another finding of the validation in VAL has the number `F-01` already'],
      },
      {
        title: 'Two decisions',
        text: text`
          decisions:
            - { id: D-01, made: 2026-04-07, summary: One recruitment pool, applied: 2026-05-04 }
            - { id: «D-01», made: 2026-04-14, summary: Labels show the visit, applied: 2026-05-04 }
        `,
        finds: ['Another decision has the number `D-01` already'],
      },
    ],
    good: [
      {
        title: 'Each validation counts its findings from the beginning',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-05
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: minor, opened: 2026-05-20, resolved: 2026-05-29 }
            - environment: val
              owner: customer
              started: 2026-06-08
              completed: 2026-06-26
              scope: [dashboards]
              findings:
                - { id: F-01, severity: minor, opened: 2026-06-10, resolved: 2026-06-17 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { environment, findings } of plan.validations) {
      const name = plan.environment(environment)?.name;
      const validation = name ? `the validation in ${name}` : 'the same validation';
      reportRepeated(findings, `finding of ${validation}`, report);
    }
    reportRepeated(plan.facts.decisions, 'decision', report);
  },
});

/** @param what "decision", as the message goes on after "another" */
function reportRepeated(
  records: readonly { readonly id?: string | undefined }[] | undefined,
  what: string,
  report: Report,
): void {
  const known = new Map<string, object>();
  for (const record of records ?? []) {
    const { id } = record;
    if (id === undefined) continue;
    const first = known.get(folded(id));
    if (!first) {
      known.set(folded(id), record);
      continue;
    }
    report.value(record, 'id', {
      message: `Another ${what} has the number ${quote(id)} already`,
      help: 'Give this one a number of its own, and correct what refers to it.',
      related: [{ record: first, key: 'id', message: 'The number is given here first' }],
    });
  }
}
