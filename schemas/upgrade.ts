import { z } from 'zod';
import { recordNumber } from './evidence.ts';
import { build, date, nameOf, oneOf, optional, release, text } from './scalars.ts';

/** One day for both instances of PROD, or a day each. */
const upgraded = () =>
  z
    .union([
      date('Date both instances of PROD were upgraded'),
      z
        .strictObject({
          main: date('Date PROD Main was upgraded'),
          test: date('Date PROD Test was upgraded'),
        })
        .meta({ noun: 'a pair of dates' }),
    ])
    .meta({
      format: 'date',
      expected: 'a date, or a date each for `main` and `test`',
      description: 'Date PROD was upgraded, or a date each for `main` and `test`',
    });

/** An upgrade or hotfix of PROD after go-live. */
export const upgrade = () =>
  z
    .strictObject({
      release: release('Release that PROD is upgraded to'),
      build: optional(build('Build that PROD is upgraded to')),
      type: optional(oneOf(['release', 'hotfix'], 'A functional release, or a hotfix of one')),
      val: optional(nameOf('environment', 'VAL in which the upgrade was validated')),
      upgraded: upgraded(),
      ecr: optional(
        recordNumber('Number of the Environment Change Record (ECR); owed once upgraded'),
      ),
      ticket: optional(text('Service-desk ticket')),
    })
    .meta({ noun: 'an upgrade', description: 'An upgrade or hotfix of PROD after go-live' });
