import { z } from 'zod';
import { recordNumber, signatory } from './evidence.ts';
import { party } from './party.ts';
import { date, list, nameOf, oneOf, optional, text, wholeNumber } from './scalars.ts';

const testVolunteers = () =>
  z
    .strictObject({
      count: optional(wholeNumber('Number of test volunteers')),
      data: optional(
        oneOf(['fictitious', 'blurred', 'real'], 'Whether the test volunteers are real people'),
      ),
    })
    .meta({
      noun: 'a set of test volunteers',
      description: 'The hand-picked volunteers that the iterations are reviewed with',
    });

const iteration = () =>
  z
    .strictObject({
      specReviewed: date('Date the Migration Specification was reviewed together'),
      loaded: date('Date the output was loaded into the Migration environment'),
      reviewed: optional(date('Date the customer finished the review')),
      outcome: optional(oneOf(['changes-needed', 'accepted'], 'What the review came to')),
      qcReport: optional(recordNumber('Number of the QC Import Report')),
    })
    .meta({ noun: 'an iteration', description: 'One turn of specification, load and review' });

const acceptance = () =>
  z
    .strictObject({
      date: date('Date of the formal acceptance test of the scripts'),
      environment: optional(nameOf('environment', 'Environment the test was done in')),
      document: optional(recordNumber('Number of the acceptance document')),
    })
    .meta({
      noun: 'an acceptance test',
      description: 'The formal acceptance test of the migration scripts',
    });

const approval = () =>
  z
    .strictObject({
      date: date('Date the migration scripts were approved'),
      by: party('Who approved; the scripts are the customer’s to approve'),
      name: optional(signatory('Name or role of the approver')),
    })
    .meta({ noun: 'an approval', description: 'The customer’s approval of the migration scripts' });

/** The volunteer database migration. */
export const migration = () =>
  z
    .strictObject({
      specification: optional(text('The Migration Specification, with its version')),
      testVolunteers: optional(testVolunteers()),
      iterations: list(iteration(), 'The iterations, in order'),
      acceptance: optional(acceptance()),
      approval: optional(approval()),
      legacyFrozen: optional(date('Date the legacy database stops taking entries')),
      databaseMigrated: optional(date('Date the participants’ data go into PROD')),
    })
    .meta({ noun: 'a migration', description: 'The volunteer database migration' });
