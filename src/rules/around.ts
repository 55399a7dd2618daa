import { text } from './example.ts';

/** The plans that stand around the excerpts of examples. Both are in order under every rule. */
export const around = {
  /** Nothing has happened yet, so that no evidence is owed. */
  planned: plan('2026-03-01', false),
  /** The customer is live, and all evidence is there. */
  live: plan('2026-08-31', true),
} as const;

function plan(statusDate: string, evidence: boolean): string {
  const iq = (document: string) =>
    evidence ? `, document: ${document}, approvedBy: IQVIA Quality` : '';
  const report = evidence ? ', report: VR-QB-001' : '';
  return text`
    customer: Quillon Bay Research
    statusDate: ${statusDate}
    contractSigned: 2026-03-02
    goLive: 2026-07-20
    sourceDatabase: none
    environments:
      sandbox:
        release: "26.1"
        created: 2026-03-03
        destroyed: 2026-08-07
        main: {}
        test: {}
      pre-prod:
        release: "26.1"
        created: 2026-03-23
        iq: { date: 2026-03-27${iq('IQ-QB-001')} }
        configurationFinal: 2026-05-08
        reports:
          - { date: 2026-05-08 }
      val:
        release: "26.1"
        created: 2026-05-11
        destroyed: 2026-07-31
        clonedFrom: pre-prod
        iq: { date: 2026-05-13${iq('IQ-QB-002')} }
        reports:
          - { date: 2026-05-13, comparedWith: pre-prod }
        main: {}
        test: {}
      prod:
        release: "26.1"
        created: 2026-07-06
        promotedFrom: pre-prod
        iq: { date: 2026-07-07${iq('IQ-QB-003')} }
        reports:
          - { date: 2026-07-07, comparedWith: pre-prod }
        main: {}
        test: {}
      community:
        access: 2026-03-16
    validations:
      - { environment: val, owner: customer, started: 2026-05-14, completed: 2026-06-26${report},
          scope: [study-build, study-test, study-publish] }
    transfers:
      - { date: 2026-05-04, from: sandbox, to: pre-prod, what: configuration, method: by-hand }
    masterLibrary:
      environment: pre-prod
      ready: 2026-05-06
      carryOver: Kept through the promotion
    training:
      - group: Clinic staff
        role: Study coordinator
        instance: prod.test
        started: 2026-07-08
        signedOff: 2026-07-15
        mainAccess: 2026-07-16
  `;
}
