import { z } from 'zod';
import { list, oneOf, optional, text, url } from './scalars.ts';

/** How one rule may be set: its own options, and whether it may be turned off or made a warning. */
export interface SettableRule {
  readonly id: string;
  readonly options?: z.ZodObject | undefined;
  /** Whether it must stay an error or a warning as it is. */
  readonly fixed: boolean;
}

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

/** A setting may be a word alone, or a map of the severity and the rule's options. */
function settingOf(rule: SettableRule) {
  const { fixed } = rule;
  const severities = fixed ? (['error'] as const) : (['error', 'warning'] as const);
  const words = fixed ? severities : (['off', ...severities] as const);
  const severity = optional(oneOf(severities, 'How severe its findings are'));
  const options = (rule.options ?? z.strictObject({}))
    .extend({ severity })
    .meta({ noun: `the settings of ${rule.id}` });
  const expected = fixed
    ? '`error`: this rule cannot be turned off'
    : '`off`, `error`, `warning`, or a map with `severity` and the options of the rule';
  return z.union([z.enum(words), options]).meta({ expected });
}

/** Other signs might be meant for more than they are, and then a setting would hold for no plan. */
const planPattern = text('Pattern of plan ids, such as `legacy-*`')
  .refine((pattern) => /^[a-z0-9*-]+$/.test(pattern))
  .meta({
    expected: 'a pattern of plan ids: small letters, digits and hyphens, and `*` for any text',
    description: 'Pattern of plan ids, such as `legacy-*`',
  });

/** The shape of `waypost.config.yaml`, given the rules that there are. */
export function configurationSchema(rules: readonly SettableRule[]) {
  const settings = z
    .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, optional(settingOf(rule))])))
    .meta({ noun: 'the rules', description: 'How rules are set: rule -> setting' });
  const override = z
    .strictObject({
      plans: z
        .array(planPattern)
        .min(1)
        .meta({ expected: 'a list of patterns of plan ids, such as `[legacy-*]`' }),
      rules: settings,
    })
    .meta({ noun: 'an override', description: 'Other settings for some of the plans' });
  return z
    .strictObject({
      rules: optional(settings),
      overrides: list(override, 'Other settings for some of the plans; later ones win'),
      site: optional(Site),
    })
    .meta({ title: 'Waypost configuration', noun: 'the configuration' });
}

/** What the configuration says of the site. */
export type SiteSettings = z.output<typeof Site>;
