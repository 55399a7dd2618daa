import { z } from 'zod';
import { recordNumber } from './evidence.ts';
import { party } from './party.ts';
import { date, list, nameOf, oneOf, optional, text } from './scalars.ts';

const finding = () =>
  z
    .strictObject({
      id: text('Number of the finding, unique in its validation'),
      severity: oneOf(['minor', 'major', 'critical'], 'How severe the finding is'),
      opened: date('Date the finding was raised'),
      resolved: optional(date('Date the finding was resolved')),
      summary: optional(text('What was found, in one line')),
    })
    .meta({ noun: 'a finding', description: 'A finding of the validation' });

/** One validation cycle in a VAL. */
export const validation = () =>
  z
    .strictObject({
      environment: nameOf('environment', 'VAL in which the validation is done'),
      started: date('First day of the validation'),
      completed: optional(date('Day the validation was completed, or is planned to be')),
      owner: optional(party('Who is responsible; platform validation is the customer’s')),
      report: optional(recordNumber('Number of the validation report; owed once completed')),
      scope: list(
        text('A part of the platform that is validated', {
          suggestions: [
            'study-build',
            'study-test',
            'study-publish',
            'dashboards',
            'reports',
            'integrations',
          ],
        }),
        'What is validated',
      ),
      findings: list(finding(), 'Findings of the validation'),
    })
    .meta({ noun: 'a validation', description: 'One validation cycle' });
