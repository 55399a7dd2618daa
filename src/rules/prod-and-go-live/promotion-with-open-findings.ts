import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'promotion-with-open-findings',
  severity: 'warning',
  title: 'Major findings are resolved before the promotion',
  why: 'What validation found major or critical, and nobody resolved, is in production from the promotion on. An auditor will ask who accepted it.',
  remedy:
    'Resolve the finding in Pre-PROD before it is promoted, or document why it may stay open.',
  examples: () => ({
    bad: [
      {
        title: 'Resolved only afterwards',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-02, severity: major, opened: 2026-06-02, resolved: «2026-07-08» }
        `,
        finds: [
          'The major finding `F-02` is resolved on 2026-07-08, after the promotion on 2026-07-06',
        ],
      },
      {
        title: 'Still open although Pre-PROD has been promoted',
        around: 'live',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              report: VR-QB-001
              scope: [study-build, study-test, study-publish]
              findings:
                - { «id»: F-02, severity: critical, opened: 2026-06-02 }
        `,
        finds: ['The critical finding `F-02` was open when Pre-PROD was promoted on 2026-07-06'],
      },
    ],
    good: [
      {
        title: 'Resolved in time, or minor',
        text: text`
          validations:
            - environment: val
              owner: customer
              started: 2026-05-14
              completed: 2026-06-26
              scope: [study-build, study-test, study-publish]
              findings:
                - { id: F-01, severity: minor, opened: 2026-05-20 }
                - { id: F-02, severity: major, opened: 2026-06-02, resolved: 2026-07-06 }
        `,
      },
    ],
  }),
  check(plan, report) {
    const { onboardingVal: val, promotion } = plan;
    if (!val || !promotion) return;
    const related = [{ ...promotion, message: 'The day of the promotion' }];
    for (const finding of plan.validationsIn(val).flatMap(({ findings }) => findings ?? [])) {
      const { severity, resolved } = finding;
      if (severity !== 'major' && severity !== 'critical') continue;
      const name = `The ${severity} finding ${quote(finding.id ?? '')}`;
      if (resolved === undefined) {
        if (!plan.hasHappened(promotion.date)) continue;
        report.missing(finding, 'resolved', {
          message: `${name} was open when Pre-PROD was promoted on ${promotion.date}`,
          help: 'Add the day on which it was resolved, or a waiver that says why it may stay open.',
          related,
        });
        continue;
      }
      if (resolved <= promotion.date) continue;
      report.value(finding, 'resolved', {
        message: `${name} is resolved on ${resolved}, after the promotion on ${promotion.date}`,
        help: `Resolve it by ${promotion.date}, or promote later.`,
        related,
      });
    }
  },
});
