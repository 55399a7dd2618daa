import { z } from 'zod';
import { build, date, flag, optional, release, text } from './scalars.ts';

/** The service-desk request for an environment. */
export const request = () =>
  z
    .strictObject({
      ticket: optional(text('Service-desk ticket')),
      release: optional(release('Release that is asked for')),
      build: optional(build('Build that is asked for')),
      starts: optional(date('First day on which the environment is needed')),
      ends: optional(date('Last day on which the environment is needed')),
      sso: optional(flag('Whether single sign-on is wanted')),
      labTestEnvironment: optional(flag('Whether a lab test environment is to be connected')),
    })
    .meta({ noun: 'a request', description: 'The service-desk request for the environment' });
