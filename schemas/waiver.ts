import { z } from 'zod';
import { evidence } from './evidence.ts';
import { date, optional, text } from './scalars.ts';

/** An accepted deviation from a rule. */
export const waiver = () =>
  z
    .strictObject({
      rule: text('Rule that is deviated from', { names: 'rule' }),
      at: optional(text('Path below which the waiver holds, such as `environments.sandbox`')),
      reason: text('Why the deviation is accepted'),
      approvedBy: evidence('Who approved it', 'a name'),
      approved: date('Date it was approved'),
      until: optional(date('Last day on which it holds')),
    })
    .meta({ noun: 'a waiver', description: 'An accepted deviation from a rule' });
