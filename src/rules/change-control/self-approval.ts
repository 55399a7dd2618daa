import { folded, quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'self-approval',
  severity: 'warning',
  title: 'Nobody approves what they prepared or asked for',
  why: 'Approval means that a second pair of eyes has looked. Where one party does both, an auditor will treat the IQ or the change as not approved.',
  remedy: 'Have somebody else approve, and name both as the document states them.',
  examples: () => ({
    bad: [
      {
        title: 'An IQ',
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq:
                date: 2026-03-27
                document: IQ-QB-001
                preparedBy: IQVIA Engineering
                approvedBy: «IQVIA engineering»
              configurationFinal: 2026-05-08
              reports:
                - { date: 2026-05-08 }
        `,
        finds: ['`IQVIA engineering` prepared the IQ of Pre-PROD and approved it too'],
      },
      {
        title: 'A change',
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27, document: IQ-QB-001, approvedBy: IQVIA Quality }
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-04-15
                  summary: Add a printer for kit labels
                  ecr: ECR-QB-001
                  requestedBy: Validation lead
                  approvedBy: «Validation lead»
              reports:
                - { date: 2026-05-08 }
        `,
        finds: [
          '`Validation lead` asked for the change of Pre-PROD on 2026-04-15 and approved it too',
        ],
      },
    ],
    good: [
      {
        around: 'live',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq:
                date: 2026-03-27
                document: IQ-QB-001
                preparedBy: IQVIA Engineering
                approvedBy: IQVIA Quality
              configurationFinal: 2026-05-08
              changes:
                - date: 2026-04-15
                  summary: Add a printer for kit labels
                  ecr: ECR-QB-001
                  requestedBy: Validation lead
                  approvedBy: IQVIA Quality
              reports:
                - { date: 2026-05-08 }
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const environment of plan.environments) {
      for (const { name, iq } of environment.qualifications) {
        const { preparedBy, approvedBy } = iq;
        if (!isSameParty(preparedBy, approvedBy)) continue;
        report.value(iq, 'approvedBy', {
          message: `${quote(approvedBy)} prepared the IQ of ${name} and approved it too`,
          help: 'Have somebody else approve the IQ, and name them in `approvedBy`.',
          related: [{ record: iq, key: 'preparedBy', message: 'Who prepared it' }],
        });
      }
      for (const change of environment.facts.changes ?? []) {
        const { requestedBy, approvedBy, date } = change;
        if (!isSameParty(requestedBy, approvedBy)) continue;
        const day = date === undefined ? '' : ` on ${date}`;
        report.value(change, 'approvedBy', {
          message: `${quote(approvedBy)} asked for the change of ${environment.name}${day} and approved it too`,
          help: 'Have somebody else approve the change, and name them in `approvedBy`.',
          related: [{ record: change, key: 'requestedBy', message: 'Who asked for it' }],
        });
      }
    }
  },
});

function isSameParty(one: string | undefined, other: string | undefined): other is string {
  return one !== undefined && other !== undefined && folded(one) === folded(other);
}
