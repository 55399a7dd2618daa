import { expect, test } from 'vitest';
import { nearest } from '../../src/lifecycle/suggest.ts';

const keys = ['created', 'destroyed', 'clonedFrom', 'iq', 'kind'];

test.each([
  ['creatd', 'created'],
  ['Created', 'created'],
  ['cloned_from', 'clonedFrom'],
  ['cloned-from', 'clonedFrom'],
  ['kidn', 'kind'],
  ['qi', undefined],
  ['owner', undefined],
  ['', undefined],
])('%s is meant to be %s', (word, key) => {
  expect(nearest(word, keys)).toBe(key);
});

test('a very long word is near nothing, and costs nothing', () => {
  expect(nearest('x'.repeat(1_000_000), keys)).toBeUndefined();
});
