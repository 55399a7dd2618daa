import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'iq-document-missing',
  severity: 'error',
  title: 'An IQ that has taken place has its document',
  why: 'The IQ document is what an auditor asks for first. An IQ without one is a date that nobody can verify.',
  remedy:
    'Enter the number of the IQ document, or plan the IQ for a later day if it has not taken place.',
  examples: () => ({
    bad: [
      {
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              «iq»: { date: 2026-03-27, approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['The IQ of Pre-PROD took place on 2026-03-27, and its document is not given'],
      },
    ],
    good: [
      {
        title: 'The IQ is still planned',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
      },
      {
        title: 'The IQ has its document',
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
    ],
  }),
  check(plan, report) {
    for (const environment of plan.controlled) {
      for (const { name, iq } of environment.qualifications) {
        if (iq.document !== undefined || !plan.hasHappened(iq.date)) continue;
        report.missing(iq, 'document', {
          message: `The IQ of ${name} took place on ${iq.date}, and its document is not given`,
          help: `Add \`document:\` with the number of the IQ document to the IQ of ${name}.`,
          related: [{ record: iq, key: 'date', message: 'The day of the IQ' }],
        });
      }
    }
  },
});
