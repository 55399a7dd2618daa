import { z } from 'zod';
import { date, nameOf, optional, text } from './scalars.ts';

/** The training of one group of users, up to their access to PROD Main. */
export const training = () =>
  z
    .strictObject({
      group: text('The group of users'),
      role: optional(text('Role the group gets in PROD Main')),
      instance: nameOf('instance', 'Instance in which the group is trained and signed off'),
      started: optional(date('First day of the training')),
      signedOff: optional(date('Date the group was signed off')),
      mainAccess: optional(date('Date the group gets access to PROD Main')),
    })
    .meta({
      noun: 'a training',
      description: 'Training, sign-off and access of one group of users',
    });
