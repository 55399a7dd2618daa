import { z } from 'zod';
import { day, text } from './scalars.ts';

/** An Installation Qualification. */
export const TwinIq = z
  .strictObject({
    date: day('Date of the IQ'),
    document: text('Number of the IQ document'),
    approvedBy: text('Who approved it'),
    preparedBy: text('Who prepared it'),
    coversPair: z.boolean().describe('Whether one IQ covers Main and Test'),
    lacksDocument: z.boolean().describe('Whether it has taken place and has no document'),
  })
  .nullable();

/** A change, with the record that documents it. */
export const TwinChange = z.strictObject({
  date: day('Date of the change'),
  ecr: text('Number of the Environment Change Record'),
  summary: z.string().describe('What was changed'),
  lacksRecord: z
    .boolean()
    .describe('Whether it has happened and has no record although it owes one'),
});

export type TwinIq = z.output<typeof TwinIq>;
export type TwinChange = z.output<typeof TwinChange>;
