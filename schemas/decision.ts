import { z } from 'zod';
import { date, optional, text } from './scalars.ts';

/** A decision about the configuration. */
export const decision = () =>
  z
    .strictObject({
      id: text('Number of the decision, unique in the plan'),
      made: date('Date the decision was made'),
      summary: text('What was decided, in one line'),
      applied: optional(date('Date it was configured in Pre-PROD')),
    })
    .meta({ noun: 'a decision', description: 'A decision about the configuration' });
