import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-report-missing',
  severity: 'warning',
  title: 'A qualified environment has a Configuration Report',
  why: 'The IQ says that an environment was set up; the Configuration Report says how. Without one, nobody can tell later what was changed since, or in what two environments differ.',
  remedy: 'Take a Configuration Report, or plan a day for it.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          environments:
            «pre-prod»:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: IQ-QB-001, approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
        `,
        finds: ['Pre-PROD has an IQ, but no Configuration Report'],
      },
    ],
    good: [
      {
        title: 'Taken when the configuration was final',
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: IQ-QB-001, approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
      {
        title: 'The IQ is still to come',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.controlled) {
      if (environment.facts.reports || !plan.isQualified(environment)) continue;
      report.missing(environment, 'reports', {
        message: `${environment.name} has an IQ, but no Configuration Report`,
        help: `Add \`reports:\` to \`${environment.id}\`, with the date of a report that was taken or is to be taken.`,
      });
    }
  },
});
