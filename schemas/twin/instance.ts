import { z } from 'zod';
import { instanceIds } from '../../src/lifecycle/kinds.ts';
import { TwinOrigin } from './origin.ts';
import { day, state, text } from './scalars.ts';

const Iq = z
  .strictObject({
    date: day('Date of the IQ'),
    document: text('Number of the IQ document'),
    approvedBy: text('Who approved it'),
    preparedBy: text('Who prepared it'),
    coversPair: z.boolean().describe('Whether one IQ covers Main and Test'),
    lacksDocument: z.boolean().describe('Whether it has taken place and has no document'),
  })
  .nullable()
  .describe('Its Installation Qualification; null where the plan has none');

const Change = z.strictObject({
  date: day('Date of the change'),
  ecr: text('Number of the Environment Change Record'),
  summary: z.string().describe('What was changed'),
  lacksRecord: z
    .boolean()
    .describe('Whether it has happened and has no record although it owes one'),
});

/** A running ClinSpark, on the status date. */
export const TwinInstance = z
  .strictObject({
    id: z.enum(instanceIds).nullable().describe('Null on an environment of one instance'),
    reference: z.string().describe('As the plan refers to it: `prod.test`'),
    name: z.string().describe('As one says it: PROD Test'),
    state,
    release: text('The release it has on the status date'),
    created: day('The day it came, or is to come, into being'),
    origin: TwinOrigin,
    url: text('Its address'),
    data: text('What data it holds'),
    iq: Iq,
    changes: z.array(Change).describe('Changes after its IQ in order, upgrades among them'),
  })
  .describe('A running ClinSpark');

export type TwinInstance = z.output<typeof TwinInstance>;
