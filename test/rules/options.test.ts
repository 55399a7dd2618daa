import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { optionsOf } from '../../src/rules/options.ts';

test('a rule without options has none to show', () => {
  const [plain] = rules.filter(({ options }) => !options);
  if (!plain) throw new Error('Every rule has options');
  expect(optionsOf(plain)).toEqual([]);
});

test('options are shown with what they mean and what holds without them', () => {
  const late = rules.find(({ id }) => id === 'sandbox-late');
  if (!late) throw new Error('No such rule');
  expect(optionsOf(late)).toEqual([
    {
      name: 'days',
      description: 'Most days from the signing of the contract to the creation of Sandbox',
      value: '14',
    },
  ]);
});

test('every option says what it means', () => {
  const options = rules.flatMap(optionsOf);
  expect(options.length).toBeGreaterThan(0);
  expect(options.filter(({ description }) => description === '')).toEqual([]);
});
