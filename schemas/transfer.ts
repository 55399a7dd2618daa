import { z } from 'zod';
import { date, nameOf, oneOf, optional, text } from './scalars.ts';

/** Something that is carried from one environment or instance to another. */
export const transfer = () =>
  z
    .strictObject({
      date: date('Date of the transfer'),
      from: nameOf('instance', 'Environment or instance it comes from'),
      to: nameOf('instance', 'Environment or instance it goes to'),
      what: oneOf(
        ['configuration', 'crf-elements', 'study-library', 'study-design'],
        'What is carried',
      ),
      method: oneOf(
        ['by-hand', 'odm-xml', 'study-export', 'copy', 'automatic'],
        'How it is carried',
      ),
      file: optional(text('File that was carried, by name')),
    })
    .meta({ noun: 'a transfer', description: 'Something carried from one environment to another' });
