import { z } from 'zod';
import { isDate } from '../../src/lifecycle/dates.ts';
import { eventKinds } from '../../src/lifecycle/events.ts';
import { text } from './scalars.ts';

/** Something that a plan dates. */
export const TwinEvent = z
  .strictObject({
    date: z.string().refine(isDate).meta({ format: 'date' }),
    kind: z.enum(eventKinds),
    title: z.string().describe('What happens; back quotes mark what the plan says'),
    environment: text(
      'Id of the environment it happens in; null where it is not one environment’s',
    ),
    path: z.string().describe('Where in the plan the date is written'),
    happened: z
      .boolean()
      .nullable()
      .describe('Whether it is dated on or before the status date; null where there is none'),
  })
  .describe('Something that the plan dates');
