import { z } from 'zod';
import { date, nameOf, optional, text } from './scalars.ts';

/** A Configuration Report that was, or will be, taken. */
export const report = () =>
  z
    .strictObject({
      date: date('Date the Configuration Report was taken'),
      file: optional(text('The report’s PDF, by its path relative to the plan')),
      comparedWith: optional(
        nameOf('environment', 'Environment whose Configuration Report this one was compared with'),
      ),
      differences: optional(text('What the comparison showed')),
    })
    .meta({
      noun: 'a Configuration Report',
      description: 'A Configuration Report: the state of the configuration on a day',
    });
