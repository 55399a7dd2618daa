import { z } from 'zod';
import { list, optional, text, url } from './scalars.ts';

/** How a rule is set: off, its severity, or its severity and options together. */
const Setting = z
  .union([z.enum(['off', 'error', 'warning']), z.record(z.string(), z.unknown())])
  .meta({
    expected: '`off`, `error`, `warning`, or a map with `severity` and the rule’s options',
    description: 'Whether the rule is asked, how severe its findings are, and its options',
  });

/** Settings by rule. Which rules and options there are is known to the registry of rules. */
const Settings = z.record(z.string(), Setting).meta({
  expected: 'a map of rules',
  noun: 'the rules',
  description: 'How rules are set: rule -> setting',
});

const Override = z
  .strictObject({
    plans: z
      .array(text('Pattern of plan ids, such as `legacy-*`'))
      .min(1)
      .meta({ expected: 'a list of patterns', description: 'Plans that the settings are for' }),
    rules: Settings,
  })
  .meta({ noun: 'an override', description: 'Other settings for some of the plans' });

const Site = z
  .strictObject({
    title: optional(text('Title of the site')),
    url: optional(url('Where the site is published, such as `https://plans.example.com`')),
    base: optional(
      z
        .string()
        .regex(/^\/[A-Za-z0-9._~/-]*$/)
        .meta({
          expected: 'a path that begins with `/`, such as `/onboarding/`',
          description: 'Path below which the site is published',
        }),
    ),
    editUrl: optional(url('Where the sources can be edited; the path of a file is put behind it')),
  })
  .meta({ noun: 'the site', description: 'The site that is built' });

/** `waypost.config.yaml`. */
export const ConfigurationSchema = z
  .strictObject({
    rules: optional(Settings),
    overrides: list(Override, 'Other settings for some of the plans; later ones win'),
    site: optional(Site),
  })
  .meta({ title: 'Waypost configuration', noun: 'the configuration' });

export type Configuration = z.output<typeof ConfigurationSchema>;
export type RuleSetting = z.output<typeof Setting>;
