import { expect, test } from 'vitest';
import { meant, nearest } from '../../src/lifecycle/suggest.ts';

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

test.each([
  ['creatd', 'created'],
  ['cloned-from', 'clonedFrom'],
  ['kidn', 'kind'],
  ['IQ', 'iq'],
  ['qi', undefined],
  ['owner', undefined],
  ['', undefined],
])('%s must have been meant to be %s', (word, key) => {
  expect(meant(word, keys)).toBe(key);
});

test.each([
  ['between two that are as near', 'manor', ['minor', 'major']],
  ['more than one slip in three characters apart', 'pre', ['prod', 'val']],
  ['another number', 'val-27-2', ['val-27-1']],
  ['one digit more', 'F-199', ['F-19']],
  ['another letter', 'site-c', ['site-a']],
  ['a word of no letters', '…', ['iq']],
])('nothing must have been meant: %s', (_, word, candidates) => {
  expect(meant(word, candidates)).toBeUndefined();
});

test('the nearest of several is meant', () => {
  expect(meant('approvd', ['approved', 'approvedBy'])).toBe('approved');
  expect(meant('mahor', ['minor', 'major'])).toBe('major');
});

test('a candidate that is given twice is no rival of itself', () => {
  expect(meant('val.tset', ['val.test', 'val.test'])).toBe('val.test');
});
