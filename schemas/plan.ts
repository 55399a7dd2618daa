import { z } from 'zod';
import { Activity } from './activity.ts';
import { Contact } from './contact.ts';
import { Decision } from './decision.ts';
import { Environments } from './environments.ts';
import { Integrations } from './integrations.ts';
import { MasterLibrary } from './master-library.ts';
import { Migration } from './migration.ts';
import { date, list, optional, text } from './scalars.ts';
import { Training } from './training.ts';
import { Transfer } from './transfer.ts';
import { Upgrade } from './upgrade.ts';
import { Validation } from './validation.ts';
import { Waiver } from './waiver.ts';
import type { Lenient } from './walk.ts';

const notADatabase = new Set(['no', 'n/a', '-']);

/** The legacy volunteer database, or the word `none`. */
const SourceDatabase = text('Name of the legacy volunteer database to migrate, or `none`')
  .refine((name) => !notADatabase.has(name.trim().toLowerCase()))
  .meta({
    type: ['string', 'number'],
    pattern: '\\S',
    not: { pattern: '^\\s*([Nn][Oo]|[Nn]/[Aa]|-)\\s*$' },
    expected: 'the name of the database, or `none`',
    description: 'Name of the legacy volunteer database to migrate, or `none`',
  });

/** A plan: one customer's onboarding. Shape only; the lifecycle is for the rules. */
export const PlanSchema = z
  .strictObject({
    customer: text('Name of the customer'),
    statusDate: date(
      'Date the plan was last true: what is dated on or before it has happened, the rest is planned',
    ),
    contractSigned: date('Date the contract was signed'),
    goLive: date('Date the customer goes live in PROD'),
    sourceDatabase: SourceDatabase,
    sites: list(text('Name of a site'), 'The customer’s sites'),
    contacts: list(Contact, 'Whom to turn to'),
    environments: Environments,
    migration: optional(Migration),
    validations: list(Validation, 'The validations, one per cycle'),
    upgrades: list(Upgrade, 'Upgrades and hotfixes after go-live'),
    training: list(Training, 'Training, one entry per group of users'),
    activities: list(Activity, 'What is done where'),
    transfers: list(Transfer, 'What is carried from one environment to another'),
    decisions: list(Decision, 'Decisions about the configuration'),
    masterLibrary: optional(MasterLibrary),
    integrations: optional(Integrations),
    waivers: list(Waiver, 'Accepted deviations from rules'),
  })
  .meta({
    noun: 'a plan',
    title: 'Waypost plan',
    description: 'The onboarding plan of one customer',
  });

/** A plan whose every key is as the format wants it. */
export type CompletePlan = z.output<typeof PlanSchema>;

/** What a plan says, as far as it is well-formed: every key may be absent. */
export type PlanFacts = Lenient<CompletePlan>;
