import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groups, rules } from '../../src/rules/index.ts';
import { broken } from './breakers/break.ts';
import { breakers, breakersIn } from './breakers/index.ts';
import { syntaxBreakers } from './breakers/syntax.ts';
import { runs } from './runs.ts';

test('every rule has a breaker, and every breaker a rule', () => {
  const broken = [...Object.keys(breakers), ...Object.keys(syntaxBreakers)];
  expect(broken.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

describe.each(groups.map(({ id }) => id))('%s', (group) => {
  test.each(breakersIn(group))('$title', async ({ rule, breaker }) => {
    await fc.assert(broken(rule, breaker), runs(5, 300));
  });
});
