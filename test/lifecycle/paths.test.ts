import { expect, test } from 'vitest';
import { formatPath, isWithin, type Path, parsePath } from '../../src/lifecycle/paths.ts';

const cases: [Path, string][] = [
  [[], ''],
  [['environments', 'pre-prod', 'iq'], 'environments.pre-prod.iq'],
  [['validations', 0, 'findings', 1, 'severity'], 'validations[0].findings[1].severity'],
  [['environments', 'a b'], 'environments["a b"]'],
  [['a.b', 0, 'c"d'], '["a.b"][0]["c\\"d"]'],
  [['', 'x'], '[""].x'],
  [['upgrades', 12, 'ecr'], 'upgrades[12].ecr'],
];

test.each(cases)('%j is written %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
  expect(parsePath(text)).toEqual(path);
});

test.each(['a..b', '.a', 'a.', 'a[', 'a[x]', 'a["b]', 'a b', '[0', '["\\q"]'])(
  '%s writes no path',
  (text) => {
    expect(parsePath(text)).toBeUndefined();
  },
);

test('a path holds itself and what is below it, not what only begins alike', () => {
  expect(isWithin(['a', 'b'], ['a'])).toBe(true);
  expect(isWithin(['a'], ['a'])).toBe(true);
  expect(isWithin(['a'], ['a', 'b'])).toBe(false);
  expect(isWithin(['ab'], ['a'])).toBe(false);
});
