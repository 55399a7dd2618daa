import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { optionsOf } from '../../src/rules/options.ts';
import { days } from '../../src/rules/rule.ts';
import { madeRule } from '../support/made-rules.ts';

test('the options of a rule are told with their defaults', () => {
  const late = madeRule({ id: 'late', options: days(10, 'Most days from one to the other') });
  expect(optionsOf(late)).toEqual([
    { name: 'days', description: 'Most days from one to the other', value: '10' },
  ]);
});

test('most rules have none', () => {
  expect(optionsOf(madeRule({ id: 'plain' }))).toEqual([]);
});

test.each(rules.filter(({ options }) => options).map((rule) => [rule.id, rule] as const))(
  'the options of %s have a description and a default',
  (_, rule) => {
    for (const { description, value } of optionsOf(rule)) {
      expect(description).toMatch(/^[A-Z]/);
      expect(value).not.toBe('undefined');
    }
  },
);
