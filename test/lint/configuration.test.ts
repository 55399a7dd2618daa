import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../src/lint/configuration.ts';
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
        '  - { plans: [legacy-north], rules: { sandbox-late: off } }',
      ].join('\n'),
    );
    expect(settings.of(rule('sandbox-late'), 'legacy-east')).toEqual({
      severity: 'error',
      options: { days: 5 },
    });
    expect(settings.of(rule('sandbox-late'), 'my-legacy-east')?.severity).toBe('warning');
    expect(settings.of(rule('sandbox-late'), 'legacy-north')).toBeUndefined();
    expect(settings.of(rule('go-live-gap'), 'legacy-east')?.severity).toBe('warning');
    expect(settings.of(rule('go-live-gap'), 'acme')).toBeUndefined();
  });
});

describe('a configuration is refused, with place and remedy', () => {
  test.each([
    [
      'rules: { sandbox-lat: off }',
      '1:10 There is no rule `sandbox-lat`',
      'Did you mean `sandbox-late`?',
    ],
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
    [
      'site: { base: onboarding }',
      '1:15 `base` is `onboarding`; expected a path that begins with `/`',
      '',
    ],
    ['site: { url: plans.example.com }', '1:14 `url` is `plans.example.com`', ''],
    ['- rules', '1:1 A configuration is a map of keys', ''],
    ['rules: [', '1:9 ', ''],
    ['rules: {}\nrules: {}', '2:1 The key `rules` stands here a second time', ''],
  ])('%s', (text, message, help) => {
    expect(() => read(text)).toThrow(ConfigurationError);
    expect(() => read(text)).toThrow(`waypost.config.yaml:${message}`);
    expect(() => read(text)).toThrow(help);
  });

  test('all that is wrong is told at once', () => {
    expect(() => read('rules: { a-b-c-d: off }\nsite: { titel: X }')).toThrow(/1:10 [\s\S]*2:9 /);
  });
});
