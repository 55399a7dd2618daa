import { type Document, documentsOf, subjectOf } from '../../lifecycle/documents.ts';
import { perPlan } from '../../lifecycle/per-plan.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { firstsFirst } from '../../lifecycle/records.ts';
import { folded, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'duplicate-document',
  severity: 'error',
  title: 'A document number stands for one document',
  why: 'IQ documents, ECRs, validation reports and acceptance documents are found by their numbers. A number that stands twice sends an auditor to the wrong document, or shows that one of the two does not exist.',
  remedy:
    'Look up which number is right. One IQ document for both instances of a pair stands on the environment, not on each instance; an ECR belongs to one environment.',
  examples: () => ({
    bad: [
      {
        title: 'Two IQs',
        around: 'live',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main:
                iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              test:
                iq: { date: 2026-07-07, document: «IQ-QB-003», approvedBy: IQVIA Quality }
        `,
        finds: [
          '`IQ-QB-003` is given for the IQ of PROD Test on 2026-07-07 and for the IQ of PROD Main on 2026-07-07',
        ],
      },
      {
        title: 'An IQ and a validation report',
        around: 'live',
        text: text`
          validations:
            - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26,
                report: «IQ-QB-002», scope: [study-build, study-test, study-publish] }
        `,
        finds: [
          '`IQ-QB-002` is given for the completion of the validation in VAL on 2026-06-26 and for the IQ of VAL on 2026-05-13',
        ],
      },
      {
        title: 'In the plan of another customer',
        text: text`
          statusDate: 2026-04-01
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: «IQ-001», approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        beside: [
          text`
            customer: Larkfield Early Phase Unit
            statusDate: 2026-04-01
            environments:
              pre-prod:
                release: "26.1"
                created: 2026-03-23
                iq: { date: 2026-03-26, document: IQ-001, approvedBy: IQVIA Quality }
                configurationFinal: 2026-05-08
                reports:
                  - { date: 2026-05-08 }
          `,
        ],
        finds: [
          '`IQ-001` is given for the IQ of Pre-PROD on 2026-03-27 and for the IQ of Pre-PROD on 2026-03-26 in the plan of `Larkfield Early Phase Unit`',
        ],
      },
    ],
    good: [
      {
        title: 'One document for both instances of a pair',
        around: 'live',
        text: text`
          environments:
            prod:
              release: "26.1"
              created: 2026-07-06
              promotedFrom: pre-prod
              iq: { date: 2026-07-07, document: IQ-QB-003, approvedBy: IQVIA Quality }
              reports:
                - { date: 2026-07-07, comparedWith: pre-prod }
              main: {}
              test: {}
        `,
      },
    ],
  }),
  checkAll(plans, report) {
    const first = new Map<string, { document: Document; plan: Plan }>();
    for (const plan of plans) {
      for (const document of documentsIn(plan)) {
        const known = first.get(document.compared);
        if (!known) {
          first.set(document.compared, { document, plan });
          continue;
        }
        const other = known.document;
        const whose = known.plan === plan ? '' : ` in the plan of ${quote(known.plan.customer)}`;
        report.value(document.record, document.key, {
          message: `${quote(document.number)} is given for ${subjectOf(document)} and for ${subjectOf(other)}${whose}`,
          help: `Look up the number of ${document.subject()} and correct whichever of the two is wrong.`,
          related: [{ ...other, message: `${quote(other.number)} is given here first` }],
        });
      }
    }
  },
});

/** A document, and its number as it compares: as whoever reads it takes it. */
interface Compared extends Document {
  readonly compared: string;
}

const documentsIn = perPlan((plan): readonly Compared[] => {
  const documents = documentsOf(plan).filter(({ type }) => type !== 'qc-report');
  const compared = documents.map((one) => ({ ...one, compared: folded(one.number) }));
  return firstsFirst(compared, (document) => document.compared);
});
