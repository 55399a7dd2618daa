import { z } from 'zod';
import { date, nameOf, optional, text } from './scalars.ts';

/** Where the master library of forms is built, and how it reaches PROD. */
export const masterLibrary = () =>
  z
    .strictObject({
      environment: nameOf('environment', 'Environment in which the master library is built'),
      ready: optional(date('Date the master library is ready')),
      carryOver: optional(text('How the master library reaches PROD')),
    })
    .meta({ noun: 'a master library', description: 'The master library of forms' });
