import { z } from 'zod';
import { once } from './once.ts';
import { date, optional, text } from './scalars.ts';

/** The Installation Qualification of an instance, or of all instances of an environment. */
export const iq = once(() =>
  z
    .strictObject({
      date: date('Date the Installation Qualification was approved, or is planned to be'),
      document: optional(text('Number of the IQ document; owed once the date has come')),
      approvedBy: optional(text('Who approved the IQ')),
      preparedBy: optional(text('Who prepared the IQ; somebody else than who approves it')),
    })
    .meta({
      noun: 'an IQ',
      description:
        'Installation Qualification (IQ): the record that an instance is set up as intended',
    }),
);
