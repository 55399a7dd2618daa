import { documentsOf, subjectOf } from '../../lifecycle/documents.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';
import ecrOnUncontrolled from './ecr-on-uncontrolled.ts';

export default rule({
  id: 'evidence-before-event',
  severity: 'warning',
  title: 'Documents are numbered once there is something to document',
  why: 'The plan gives a document for something that, by its own dates, has yet to happen. Either the date is out of date, or the evidence was prepared before the event, which is the first thing an auditor looks for.',
  remedy:
    'Correct the date if it has happened, and `statusDate` with it; else leave the number out until then.',
  yieldsTo: [ecrOnUncontrolled],
  examples: () => ({
    bad: [
      {
        title: 'An IQ',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, «document»: IQ-QB-001 }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['`IQ-QB-001` is given for the IQ of Pre-PROD on 2026-03-27, which has yet to come'],
      },
      {
        title: 'A change',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-04-15
                  summary: Add a printer for kit labels
                  «ecr»: ECR-QB-001
              reports:
                - { date: 2026-05-08 }
        `,
        finds: [
          '`ECR-QB-001` is given for the change of Pre-PROD on 2026-04-15, which has yet to come',
        ],
      },
      {
        title: 'A validation report',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                «report»: VR-QB-001, scope: [study-build, study-test, study-publish] }
        `,
        finds: [
          '`VR-QB-001` is given for the completion of the validation in VAL on 2026-06-26, which has yet to come',
        ],
      },
    ],
    good: [
      {
        title: 'The IQ has taken place',
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
    const { statusDate } = plan.facts;
    if (statusDate === undefined) return;
    for (const document of documentsOf(plan)) {
      const { record, key, number, day } = document;
      if (!day || plan.hasHappened(day.date)) continue;
      report.key(record, key, {
        message: `${quote(number)} is given for ${subjectOf(document)}, which has yet to come`,
        help: `Leave \`${key}\` out until it has happened; if it has, correct the date, and the plan’s \`statusDate\` (${statusDate}) with it.`,
        related: [
          { ...day, message: `${day.date} is after ${statusDate}, the plan’s status date` },
        ],
      });
    }
  },
});
