import { z } from 'zod';
import { activity } from './activity.ts';
import { contact } from './contact.ts';
import { decision } from './decision.ts';
import { environments } from './environments.ts';
import { integrations } from './integrations.ts';
import { masterLibrary } from './master-library.ts';
import { migration } from './migration.ts';
import { once } from './once.ts';
import { date, list, optional, text } from './scalars.ts';
import { training } from './training.ts';
import { transfer } from './transfer.ts';
import { upgrade } from './upgrade.ts';
import { validation } from './validation.ts';
import { waiver } from './waiver.ts';
import type { Lenient } from './walk.ts';

const notADatabase = new Set(['no', 'n/a', '-']);

/** The legacy volunteer database, or the word `none`. */
const sourceDatabase = () =>
  text('Name of the legacy volunteer database to migrate, or `none`')
    .refine((name) => !notADatabase.has(name.trim().toLowerCase()))
    .meta({
      type: ['string', 'number'],
      pattern: '\\S',
      not: { pattern: '^\\s*([Nn][Oo]|[Nn]/[Aa]|-)\\s*$' },
      expected: 'the name of the database, or `none`',
      description: 'Name of the legacy volunteer database to migrate, or `none`',
    });

/** A plan: one customer's onboarding. Shape only; the lifecycle is for the rules. */
export const planSchema = once(() =>
  z
    .strictObject({
      customer: text('Name of the customer'),
      statusDate: date(
        'Date the plan was last true: what is dated on or before it has happened, the rest is planned',
      ),
      contractSigned: date('Date the contract was signed'),
      goLive: date('Date the customer goes live in PROD'),
      sourceDatabase: sourceDatabase(),
      sites: list(text('Name of a site'), 'The customer’s sites'),
      contacts: list(contact(), 'Whom to turn to'),
      environments: environments(),
      migration: optional(migration()),
      validations: list(validation(), 'The validations, one per cycle'),
      upgrades: list(upgrade(), 'Upgrades and hotfixes after go-live'),
      training: list(training(), 'Training, one entry per group of users'),
      activities: list(activity(), 'What is done where'),
      transfers: list(transfer(), 'What is carried from one environment to another'),
      decisions: list(decision(), 'Decisions about the configuration'),
      masterLibrary: optional(masterLibrary()),
      integrations: optional(integrations()),
      waivers: list(waiver(), 'Accepted deviations from rules'),
    })
    .meta({
      noun: 'a plan',
      title: 'Waypost plan',
      description: 'The onboarding plan of one customer',
    }),
);

/** A plan whose every key is as the format wants it. */
export type CompletePlan = z.output<ReturnType<typeof planSchema>>;

/** What a plan says, as far as it is well-formed: every key may be absent. */
export type PlanFacts = Lenient<CompletePlan>;
