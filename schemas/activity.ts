import { z } from 'zod';
import { party } from './party.ts';
import { date, nameOf, oneOf, optional, text } from './scalars.ts';

/** What is done in an instance, and when. */
export const activity = () =>
  z
    .strictObject({
      activity: oneOf(
        [
          'training',
          'feature-exploration',
          'early-study-design',
          'informal-testing',
          'dry-run-formal-testing',
          'formal-testing',
          'export-import-practice',
          'test-case-development',
          'configuration',
          'data-review',
          'demonstration',
          'study-conduct',
        ],
        'What is done',
      ),
      instance: nameOf('instance', 'Instance in which it is done'),
      from: date('First day'),
      to: date('Last day'),
      owner: optional(party('Who does it')),
      summary: optional(text('What it is about, in one line')),
    })
    .meta({ noun: 'an activity', description: 'Something that is done in an instance' });
