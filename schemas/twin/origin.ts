import { z } from 'zod';
import { text } from './scalars.ts';

/** How something came into being. */
export const TwinOrigin = z.strictObject({
  how: z.enum(['provisioned', 'cloned', 'promoted', 'kept by IQVIA']),
  from: text('Id of the environment it came from'),
});
