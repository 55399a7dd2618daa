import { expect, test } from 'vitest';
import { z } from 'zod';
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

test('an option that nobody has described has no description', () => {
  const options = z.strictObject({ plain: z.string().default('') });
  expect(optionsOf(madeRule({ id: 'plain', options }))).toEqual([
    { name: 'plain', description: '', value: '' },
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

test('a limit in days is a whole number that is not negative; what else it may be is told', () => {
  const options = days(10, 'Most days from one to the other');
  expect(options.parse({ days: 0 })).toEqual({ days: 0 });
  expect(options.safeParse({ days: -1 }).success).toBe(false);
  expect(options.safeParse({ days: 1.5 }).success).toBe(false);
  expect(options.shape.days.meta()).toMatchObject({
    expected: 'a whole number of days, 0 or more',
  });
});
