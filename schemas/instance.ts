import { z } from 'zod';
import { iq } from './iq.ts';
import { once } from './once.ts';
import { date, oneOf, optional, release, url } from './scalars.ts';

/** What kind of volunteers' and study data an instance holds. */
export const data = () =>
  oneOf(['dummy', 'migrated', 'obfuscated', 'real'], 'What data the instance holds');

/** The Main or Test instance of a pair. */
export const instance = () =>
  z
    .strictObject({
      url: optional(url('Address of the instance')),
      created: optional(
        date('Date the instance came into being, where it differs from the pair’s'),
      ),
      iq: optional(iq()),
      data: optional(data()),
      release: optional(release('Release of the instance, where it differs from the pair’s')),
    })
    .meta({ noun: 'an instance', description: 'One instance of the pair' });

/** Nothing after `main:` or `test:` is an instance of which nothing is known yet. */
export const pairedInstance = once(() =>
  z.preprocess((value) => (value === null ? {} : value), instance()).optional(),
);
