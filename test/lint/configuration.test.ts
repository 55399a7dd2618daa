import { describe, expect, test } from 'vitest';
import {
  addressOf,
  ConfigurationError,
  readConfiguration,
  titleOf,
} from '../../src/lint/configuration.ts';
import { ruleById } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';

const read = (text: string) =>
  readConfiguration('waypost.config.yaml', new TextEncoder().encode(text));

function rule(id: string): Rule {
  const found = ruleById(id);
  if (!found) throw new Error(`There is no rule ${id}`);
  return found;
}

describe('a setting', () => {
  test('that is not there leaves the rule as it is', () => {
    const { settings } = read('');
    expect(settings.of(rule('sandbox-late'), 'acme')).toEqual({
      severity: 'warning',
      options: { days: 14 },
    });
  });

  test('sets severity and options, or turns the rule off', () => {
    const { settings } = read(
      'rules: { sandbox-late: { severity: error, days: 5 }, go-live-gap: off, iq-late: error }',
    );
    expect(settings.of(rule('sandbox-late'), 'acme')).toEqual({
      severity: 'error',
      options: { days: 5 },
    });
    expect(settings.of(rule('go-live-gap'), 'acme')).toBeUndefined();
    expect(settings.of(rule('iq-late'), 'acme')).toEqual({
      severity: 'error',
      options: { days: 10 },
    });
  });

  test('of an override holds for the plans it names, and keeps what it does not set', () => {
    const { settings } = read(
      [
        'rules: { sandbox-late: { days: 5 }, go-live-gap: off }',
        'overrides:',
        '  - { plans: [legacy-*], rules: { sandbox-late: { severity: error }, go-live-gap: warning } }',
        '  - { plans: [other, legacy-north], rules: { sandbox-late: off } }',
      ].join('\n'),
    );
    expect(settings.of(rule('sandbox-late'), 'legacy-east')).toEqual({
      severity: 'error',
      options: { days: 5 },
    });
    expect(settings.of(rule('sandbox-late'), 'my-legacy-east')?.severity).toBe('warning');
    expect(settings.of(rule('sandbox-late'), 'legacy-north')).toBeUndefined();
    expect(settings.of(rule('sandbox-late'), 'other')).toBeUndefined();
    expect(settings.of(rule('go-live-gap'), 'legacy-east')?.severity).toBe('warning');
    expect(settings.of(rule('go-live-gap'), 'acme')).toBeUndefined();
  });

  test('that holds nothing leaves the rule as it is', () => {
    const { settings } = read('rules: { sandbox-late: , go-live-gap: {} }');
    expect(settings.of(rule('sandbox-late'), 'acme')).toEqual({
      severity: 'warning',
      options: { days: 14 },
    });
    expect(settings.of(rule('go-live-gap'), 'acme')?.severity).toBe('warning');
    expect(settings.of(rule('iq-missing'), 'acme')).toEqual({ severity: 'error', options: {} });
  });

  test('turns a rule on again with what was set before it was turned off', () => {
    const { settings } = read(
      [
        'rules: { sandbox-late: { severity: error } }',
        'overrides:',
        '  - { plans: [legacy-*], rules: { sandbox-late: off } }',
        '  - { plans: [legacy-north], rules: { sandbox-late: { days: 3 } } }',
      ].join('\n'),
    );
    expect(settings.of(rule('sandbox-late'), 'legacy-east')).toBeUndefined();
    expect(settings.of(rule('sandbox-late'), 'legacy-north')).toEqual({
      severity: 'error',
      options: { days: 3 },
    });
  });

  test('of a family holds for its rules, but where one has its own', () => {
    const { settings } = read(
      'rules: { remark-lint: error, remark-lint/final-newline: off, remark-lint/no-literal-urls: warning }',
    );
    const of = (member?: string) => settings.of(rule('remark-lint'), 'acme', member)?.severity;
    expect(of()).toBe('error');
    expect(of('list-item-indent')).toBe('error');
    expect(of('final-newline')).toBeUndefined();
    expect(of('no-literal-urls')).toBe('warning');
  });
});

describe('the site', () => {
  test('has a title even where nobody gave it one', () => {
    expect(titleOf(read('site: {}').site)).toBe('Waypost');
    expect(titleOf(read('site: { title: Onboarding }').site)).toBe('Onboarding');
  });

  test.each([
    ['{}', ''],
    ['{ base: / }', ''],
    ['{ base: /onboarding/ }', '/onboarding'],
    ['{ url: https://plans.example.com }', 'https://plans.example.com'],
    ['{ url: https://plans.example.com// }', 'https://plans.example.com'],
    [
      '{ url: https://plans.example.com//, base: /on/boarding// }',
      'https://plans.example.com/on/boarding',
    ],
  ])('%s stands before the pages’ addresses as %j', (site, address) => {
    expect(addressOf(read(`site: ${site}`).site)).toBe(address);
  });
});

describe('a configuration is refused, with place and remedy', () => {
  test.each([
    [
      'rules: { sandbox-lat: off }',
      '1:10 There is no rule `sandbox-lat`',
      'Did you mean `sandbox-late`?',
    ],
    ['rules: { a-b-c-d: off }', '1:10 There is no rule `a-b-c-d`', 'The command `waypost rules`'],
    ['rules: soon', '1:8 `rules` is `soon`; expected the rules with its keys', ''],
    [
      'rules:\n  sandbox-late: { day: 5 }',
      '2:19 `day` is not a key of the settings of sandbox-late; did you mean `days`?',
      '',
    ],
    [
      'rules: { sandbox-late: { days: -1 } }',
      '1:32 `days` is `-1`; expected a whole number of days, 0 or more',
      '',
    ],
    ['rules: { sandbox-late: { days: soon } }', '1:32 `days` is `soon`', ''],
    ['rules: { sandbox-late: loud }', '1:24 `sandbox-late` is `loud`; expected `off`', ''],
    [
      'rules: { iq-missing: off }',
      '1:22 `iq-missing` is `off`; expected `error`: this rule cannot be turned off',
      '',
    ],
    ['rules: { iq-missing: { severity: warning } }', '1:34 `severity` is `warning`', ''],
    ['rles: {}', '1:1 `rles` is not a key of the configuration; did you mean `rules`?', ''],
    ['overrides: [{ rules: {} }]', '1:15 This override has no `plans`', ''],
    ['overrides: [{ plans: [], rules: {} }]', '1:15 ', ''],
    ...['(a+)+', '{a,b}', 'acme?', '__proto__', 'Acme'].map((pattern) => [
      `overrides: [{ plans: [legacy-*, '${pattern}'], rules: {} }]`,
      `1:33 Entry 2 of \`plans\` is \`${pattern}\`; expected a pattern of plan ids: small letters, digits and hyphens, and \`*\` for any text`,
      '',
    ]),
    [
      'site: { base: onboarding }',
      '1:15 `base` is `onboarding`; expected a path that begins with `/`',
      '',
    ],
    ['site: { url: plans.example.com }', '1:14 `url` is `plans.example.com`', ''],
    ['- rules', '1:1 A configuration is a map of keys', 'Write `rules:`, `overrides:` or `site:`'],
    ['rules: [', '1:9 ', ''],
    ['rules: {}\nrules: {}', '2:1 The key `rules` stands here a second time', ''],
  ])('%s', (text, message, help) => {
    expect(() => read(text)).toThrow(ConfigurationError);
    expect(() => read(text)).toThrow(`waypost.config.yaml:${message}`);
    expect(() => read(text)).toThrow(help);
  });

  test('all that is wrong is told at once', () => {
    const told = [
      'waypost.config.yaml:1:10 There is no rule `a-b-c-d`',
      '  The command `waypost rules` lists them.',
      'waypost.config.yaml:2:9 `titel` is not a key of the site; did you mean `title`?',
      '  Write `title` if that is what you mean. A key of your own begins with `x-`, as in `x-titel`.',
    ];
    expect(() => read('rules: { a-b-c-d: off }\nsite: { titel: X }')).toThrow(
      new ConfigurationError(told.join('\n')),
    );
  });

  test('bytes that are no UTF-8 are not guessed at', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('site: { title: '), 0xfc, 0x20, 0x7d);
    expect(() => readConfiguration('waypost.config.yaml', bytes)).toThrow(
      /^waypost\.config\.yaml:1:16 From here on the file is not UTF-8.*\n {2}Save the file as UTF-8/,
    );
  });
});
