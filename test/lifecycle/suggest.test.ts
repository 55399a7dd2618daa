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

test('of two that are as near, the first is taken', () => {
  expect(nearest('manor', ['minor', 'major'])).toBe('minor');
});

test('a very long word is near nothing, and costs nothing', () => {
  const long = 'x'.repeat(1_000_000);
  expect(nearest(long, keys)).toBeUndefined();
  expect(nearest(long, [`${long}y`])).toBeUndefined();
  expect(nearest('creatd', [long, 'created'])).toBe('created');
});

test('long words are compared to their ends', () => {
  const unit = '/customers/larkfield-early-phase-unit-at-the-old-harbour-of-the-town-';
  expect(nearest(`${unit}nrth/`, [`${unit}south/`, `${unit}north/`])).toBe(`${unit}north/`);
  expect(meant(`${unit}nrth/`, [`${unit}south/`, `${unit}north/`])).toBe(`${unit}north/`);
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
  ['more than one slip for three characters', 'va', ['val']],
  ['another number', 'val-27-2', ['val-27-1']],
  ['the same digits in other numbers', 'val-2-71', ['val-27-1']],
  ['two numbers where there is one', 'val-2-7', ['val-27']],
  ['one digit more', 'F-199', ['F-19']],
  ['another letter', 'site-c', ['site-a']],
  ['a word of no letters', '…', ['iq']],
])('nothing must have been meant: %s', (_, word, candidates) => {
  expect(meant(word, candidates)).toBeUndefined();
});

test('one slip in three characters is not too many', () => {
  expect(meant('prd', ['prod', 'val'])).toBe('prod');
});

test('the nearest of several is meant', () => {
  expect(meant('approvd', ['approved', 'approvedBy'])).toBe('approved');
  expect(meant('mahor', ['minor', 'major'])).toBe('major');
});

test('a candidate that is given twice is no rival of itself', () => {
  expect(meant('val.tset', ['val.test', 'val.test'])).toBe('val.test');
});

test('among more than 500 nobody looks for the nearest', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `val-${index}`);
  expect(nearest('vol-7', names(500))).toBe('val-7');
  expect(nearest('vol-7', names(501))).toBeUndefined();
  expect(meant('vol-7', names(501))).toBeUndefined();
});
