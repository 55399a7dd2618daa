import { expect, test } from 'vitest';
import { type Spans, valueOn } from '../../src/lifecycle/spans.ts';

const releases: Spans<string> = [
  { from: undefined, value: '26.1' },
  { from: '2026-10-01', value: '26.2' },
  { from: '2027-04-21', value: '27.1' },
];

test.each([
  ['2026-09-30', '26.1'],
  ['2026-10-01', '26.2'],
  ['2027-04-20', '26.2'],
  ['2027-04-21', '27.1'],
  [undefined, '26.1'],
])('on %s: %s', (day, release) => {
  expect(valueOn(releases, day)).toBe(release);
});
