import { z } from 'zod';
import { party } from './party.ts';
import { optional, text } from './scalars.ts';

/** A person or group to turn to. */
export const contact = () =>
  z
    .strictObject({
      role: text('What the contact is responsible for, such as "Validation lead"'),
      party: party('Whose contact this is'),
      name: optional(text('Name of the person or group')),
      email: optional(text('E-mail address')),
    })
    .meta({ noun: 'a contact', description: 'A person or group to turn to' });
