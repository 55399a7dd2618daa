import { z } from 'zod';
import { recordNumber, signatory } from './evidence.ts';
import { party } from './party.ts';
import { date, nameOf, oneOf, optional, text } from './scalars.ts';

/** A change to an environment after its IQ. */
export const change = () =>
  z
    .strictObject({
      date: date('Date of the change'),
      summary: text('What was changed, in one line'),
      ecr: optional(recordNumber('Number of the Environment Change Record (ECR)')),
      instances: optional(oneOf(['main', 'test', 'both'], 'Which instances were changed')),
      finding: optional(nameOf('finding', 'Validation finding that the change answers')),
      size: optional(oneOf(['minor', 'major'], 'How large the change is')),
      by: optional(party('Who made the change')),
      requestedBy: optional(signatory('Who asked for the change')),
      approvedBy: optional(
        signatory('Who approved the change; somebody else than who asked for it'),
      ),
    })
    .meta({ noun: 'a change', description: 'A change to the environment after its IQ' });
