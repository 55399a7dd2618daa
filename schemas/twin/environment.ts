import { z } from 'zod';
import { kindIds } from '../../src/lifecycle/kinds.ts';
import { TwinChange, TwinIq } from './evidence.ts';
import { TwinInstance } from './instance.ts';
import { TwinOrigin } from './origin.ts';
import { day, state, text } from './scalars.ts';

const Report = z.strictObject({
  date: day('The day it was taken'),
  file: text('Path of its PDF, relative to the plan'),
  comparedWith: text('Id of the environment whose report it was compared with'),
  differences: text('What the comparison showed'),
});

/** An environment, on the status date. */
export const TwinEnvironment = z
  .strictObject({
    id: z.string(),
    name: z.string().describe('As one says it: VAL'),
    kind: z.enum(kindIds).nullable().describe('Null where the plan names no kind that exists'),
    controlled: z.boolean().nullable().describe('Whether it is under change control'),
    state,
    begins: day('The first day on which it, or one of its instances, exists'),
    ends: z
      .strictObject({ date: day('The day it ends'), by: z.enum(['promotion', 'destruction']) })
      .nullable()
      .describe('Its end, past or planned; null where none is known'),
    access: day('The day the customer’s users get into what IQVIA keeps'),
    release: text('The release on the status date; null where its instances differ'),
    origin: TwinOrigin,
    reports: z.array(Report).describe('Its Configuration Reports'),
    remainder: z
      .strictObject({ iq: TwinIq, changes: z.array(TwinChange) })
      .nullable()
      .describe(
        'The IQ and the changes that are of none of its instances, such as those of one that the plan lacks; null where there are none',
      ),
    instances: z.array(TwinInstance).describe('Main and Test of a pair, or the one there is'),
  })
  .describe('An environment of the plan');

export type TwinEnvironment = z.output<typeof TwinEnvironment>;
