import { z } from 'zod';
import { instanceIds } from '../../src/lifecycle/kinds.ts';
import { TwinChange, TwinIq } from './evidence.ts';
import { TwinOrigin } from './origin.ts';
import { day, state, text } from './scalars.ts';

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
    iq: TwinIq.describe('Its Installation Qualification; null where the plan has none'),
    changes: z.array(TwinChange).describe('Changes after its IQ in order, upgrades among them'),
  })
  .describe('A running ClinSpark');

export type TwinInstance = z.output<typeof TwinInstance>;
