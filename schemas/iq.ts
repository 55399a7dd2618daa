import { z } from 'zod';
import { recordNumber, signatory } from './evidence.ts';
import { once } from './once.ts';
import { date, optional } from './scalars.ts';

/** The Installation Qualification of an instance, or of all instances of an environment. */
export const iq = once(() =>
  z
    .strictObject({
      date: date('Date the Installation Qualification was approved, or is planned to be'),
      document: optional(recordNumber('Number of the IQ document; owed once the date has come')),
      approvedBy: optional(signatory('Who approved the IQ')),
      preparedBy: optional(signatory('Who prepared the IQ; somebody else than who approves it')),
    })
    .meta({
      noun: 'an IQ',
      description:
        'Installation Qualification (IQ): the record that an instance is set up as intended',
    }),
);
