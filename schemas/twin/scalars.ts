import { z } from 'zod';
import { isDate } from '../../src/lifecycle/dates.ts';

/** A calendar date, `YYYY-MM-DD`; null where the plan does not say. */
export function day(description: string) {
  return z.string().refine(isDate).meta({ format: 'date' }).nullable().describe(description);
}

/** A text; null where the plan does not say. */
export function text(description: string) {
  return z.string().nullable().describe(description);
}

/** Where something stands on the status date. */
export const state = z
  .enum(['planned', 'exists', 'ended'])
  .nullable()
  .describe('Where it stands on the status date; null where that cannot be told');
