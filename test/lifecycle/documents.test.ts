import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentsOf, subjectOf } from '../../src/lifecycle/documents.ts';
import { planOf } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';

const everything = readFileSync(new URL('../fixtures/plans/everything.yaml', import.meta.url));

const said = (text: string) =>
  documentsOf(planOf(text)).map((document) => [
    ...placesOf([document]),
    `${document.type} ${document.number}`,
    subjectOf(document),
  ]);

test('the numbered documents of a plan are all that stand for evidence', () => {
  expect(said(everything.toString())).toEqual([
    ['environments.pre-prod.iq.document', 'iq IQ-QB-001', 'the IQ of Pre-PROD on 2026-03-27'],
    ['environments.pre-prod.changes[0].ecr', 'ecr ECR-1', 'the change of Pre-PROD on 2026-04-10'],
    ['environments.pre-prod.changes[1].ecr', 'ecr ECR-2', 'the change of Pre-PROD on 2026-06-03'],
    ['environments.val.iq.document', 'iq IQ-QB-002', 'the IQ of VAL on 2026-05-13'],
    ['environments.prod.main.iq.document', 'iq IQ-QB-003', 'the IQ of PROD Main on 2026-07-07'],
    ['environments.prod.test.iq.document', 'iq IQ-QB-004', 'the IQ of PROD Test on 2026-07-07'],
    ['environments.val-26-2.iq.document', 'iq IQ-QB-005', 'the IQ of VAL `val-26-2` on 2026-09-16'],
    ['migration.iterations[0].qcReport', 'qc-report QC-1', 'load 1 of the migration on 2026-04-10'],
    ['migration.iterations[1].qcReport', 'qc-report QC-2', 'load 2 of the migration on 2026-04-21'],
    [
      'migration.acceptance.document',
      'acceptance MAT-1',
      'the acceptance of the migration scripts on 2026-04-27',
    ],
    [
      'validations[0].report',
      'validation-report VR-QB-001',
      'the completion of the validation in VAL on 2026-06-26',
    ],
    [
      'validations[1].report',
      'validation-report VR-QB-002',
      'the completion of the validation in VAL `val-26-2` on 2026-11-13',
    ],
    ['upgrades[0].ecr', 'ecr ECR-3', 'the upgrade to 26.2 on 2026-11-23'],
  ]);
});

describe('the subject of a document', () => {
  test.each([
    ['validations: [{ environment: staging, report: VR-1 }]', 'the completion of the validation'],
    ['upgrades: [{ ecr: ECR-1 }]', 'the upgrade'],
    [
      'upgrades: [{ release: "27.1", ecr: ECR-1, upgraded: 2027-04-21 }]',
      'the upgrade to 27.1 on 2027-04-21',
    ],
    [
      'upgrades: [{ release: "27.1", ecr: ECR-1, upgraded: { main: 2027-04-21, test: 2027-04-14 } }]',
      'the upgrade to 27.1 on 2027-04-14',
    ],
    ['migration: { iterations: [{ qcReport: QC-1 }] }', 'load 1 of the migration'],
  ])('{ %s }: %s', (facts, subject) => {
    expect(documentsOf(planOf(facts)).map(subjectOf)).toEqual([subject]);
  });
});

test('what has no number is no document', () => {
  expect(
    said(`environments:
  pre-prod: { iq: { date: 2026-02-20 }, changes: [{ date: 2026-06-10, summary: A label }] }
  val: { main: {}, test: { iq: { date: 2026-05-15 } } }
migration:
  iterations: [{ specReviewed: 2026-02-20, loaded: 2026-03-02 }]
  acceptance: { date: 2026-05-06, environment: migration }
validations: [{ environment: val, completed: 2026-08-07 }]
upgrades: [{ release: "27.1", upgraded: 2027-04-21 }]
`),
  ).toEqual([]);
});
