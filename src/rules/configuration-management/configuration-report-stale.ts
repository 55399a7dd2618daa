import { latest, moment } from '../../lifecycle/moments.ts';
import { isIncomplete } from '../../lifecycle/records.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-report-stale',
  severity: 'warning',
  title: 'The newest Configuration Report shows the newest change',
  why: 'A report from before the last change describes an environment that is no longer there. Whoever compares with it finds differences that were intended, and overlooks those that were not.',
  remedy: 'Take a Configuration Report after each change, or plan a day for it.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          environments:
            «prod»:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              changes:
                - date: 2026-08-10
                  summary: Add a printer for kit labels
                  ecr: ECR-QB-001
                  approvedBy: IQVIA Quality
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
        finds: [
          'The newest Configuration Report of PROD, 2026-07-07, does not show the change of 2026-08-10',
        ],
      },
    ],
    good: [
      {
        title: 'Taken on the day of the change',
        around: 'live',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              changes:
                - date: 2026-08-10
                  summary: Add a printer for kit labels
                  ecr: ECR-QB-001
                  approvedBy: IQVIA Quality
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
                - { date: 2026-08-10 }
              main: {}
              test: {}
        `,
      },
      {
        title: 'A planned change owes no report',
        around: 'live',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              changes:
                - date: 2026-09-14
                  summary: Add a printer for kit labels
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.controlled) {
      const { facts, name, id } = environment;
      const made = facts.changes?.filter(({ date }) => plan.hasHappened(date)) ?? [];
      const changed = latest(made.map((change) => moment(change, 'date')));
      const reports = facts.reports ?? [];
      if (isIncomplete(reports)) continue;
      const reported = latest(reports.map((taken) => moment(taken, 'date')));
      if (!changed || !reported || changed.date <= reported.date) continue;
      report.record(environment, {
        message: `The newest Configuration Report of ${name}, ${reported.date}, does not show the change of ${changed.date}`,
        help: `Take a report on ${changed.date} or later, and add it to the reports of \`${id}\`.`,
        related: [
          { ...changed, message: `The change is made on ${changed.date}` },
          { ...reported, message: `The newest report is of ${reported.date}` },
        ],
        restsOn: reports.map((taken) => ({ record: taken, key: 'date' })),
      });
    }
  },
});
