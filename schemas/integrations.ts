import { z } from 'zod';
import { date, flag, list, nameOf, optional, text } from './scalars.ts';

const sso = () =>
  z
    .strictObject({
      instance: nameOf('instance', 'Instance that single sign-on is enabled for'),
      ticket: optional(text('Service-desk ticket')),
      enabled: optional(date('Date single sign-on was enabled')),
      signaturesTested: optional(date('Date electronic signatures were tested with it')),
    })
    .meta({ noun: 'a single sign-on', description: 'Single sign-on of one instance' });

const lab = () =>
  z
    .strictObject({
      name: text('Name of the lab'),
      testEnvironment: optional(flag('Whether the lab has a test environment')),
    })
    .meta({ noun: 'a lab', description: 'A safety lab' });

/** Systems that the environments are connected to. */
export const integrations = () =>
  z
    .strictObject({
      sso: list(sso(), 'Single sign-on, one entry an instance'),
      labs: list(lab(), 'Safety labs'),
    })
    .meta({ noun: 'a set of integrations', description: 'Single sign-on and labs' });
