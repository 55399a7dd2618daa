import { expect, test } from 'vitest';
import { portions } from '../../src/site/portions.ts';

test.each([
  [[], [[]]],
  [[3], [[3]]],
  [[3, 7], [[3, 7]]],
  [
    [3, 8],
    [[3], [8]],
  ],
  [[30], [[30]]],
  [
    [1, 30, 1],
    [[1], [30], [1]],
  ],
  [
    [0, 0, 10, 0, 1],
    [[0, 0, 10, 0], [1]],
  ],
])('%j in portions of 10: %j', (weights, expected) => {
  expect(portions(weights, (weight) => weight, 10)).toEqual(expected);
});
