import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'sandbox-library-copy',
  severity: 'error',
  title: 'No study library is carried out of Sandbox',
  why: 'ClinSpark has no way to copy a study library from Sandbox into another environment. A library that was built there for PROD has to be built again, usually at the worst time.',
  remedy:
    'Build the master library in Pre-PROD; from Sandbox carry basic CRF design elements at most, as ODM XML.',
  examples: () => ({
    bad: [
      {
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-05, from: sandbox, to: pre-prod, what: «study-library», method: copy }
        `,
        finds: ['A study library cannot be carried from Sandbox to Pre-PROD'],
      },
      {
        title: 'ODM does not carry a library either',
        text: text`
          transfers:
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
            - { date: 2026-05-05, from: sandbox.main, to: pre-prod, what: «study-library», method: odm-xml }
        `,
        finds: ['A study library cannot be carried from Sandbox Main to Pre-PROD'],
      },
    ],
    good: [
      {
        title: 'Within Sandbox, from Main to Test',
        text: text`
          transfers:
            - { date: 2026-04-20, from: sandbox.main, to: sandbox.test, what: study-library, method: study-export }
            - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const transfer of plan.transfersOutOf('sandbox')) {
      const { from, to, what } = transfer;
      if (what !== 'study-library') continue;
      report.value(transfer, 'what', {
        message: `A study library cannot be carried from ${plan.nameAt(from)} to ${plan.nameAt(to)}`,
        help: 'Remove the transfer and build the library in Pre-PROD; if single forms are meant, write `what: crf-elements` and `method: odm-xml`.',
        restsOn: [
          { record: transfer, key: 'from' },
          { record: transfer, key: 'to' },
        ],
      });
    }
  },
});
