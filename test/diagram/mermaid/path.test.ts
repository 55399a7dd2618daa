import { expect, test } from 'vitest';
import { cornersOf, roundedPath } from '../../../src/diagram/mermaid/path.ts';

const turn = 'M0,0L0,13Q0,20 7,20L40,20';
const corners = [
  { x: 0, y: 0 },
  { x: 0, y: 20 },
  { x: 40, y: 20 },
];

test('the corners of a line are those that its arcs go around', () => {
  expect(cornersOf(turn)).toEqual(corners);
  expect(cornersOf('M-1.5,2L3,4')).toEqual([
    { x: -1.5, y: 2 },
    { x: 3, y: 4 },
  ]);
});

test.each(['M0,0C1,1 2,2 3,3', 'M0,0A1,1,0,0,1,3,3', 'M0,0l1,1', 'M0,0', ''])(
  '"%s" has no corners that could be told',
  (d) => {
    expect(cornersOf(d)).toBeUndefined();
  },
);

test('a line is drawn as it was read', () => {
  expect(roundedPath(corners, { start: 0, end: 0 })).toBe(turn);
});

test('an arc leaves the arrow head its room', () => {
  expect(roundedPath(corners, { start: 15, end: 36 })).toBe('M0,0L0,16Q0,20 4,20L40,20');
  expect(roundedPath(corners, { start: 25, end: 0 })).toBe('M0,0L0,20L40,20');
});

test('two corners share what lies between them', () => {
  const close = [
    { x: 0, y: 0 },
    { x: 0, y: 20 },
    { x: 6, y: 20 },
    { x: 6, y: 40 },
  ];
  expect(roundedPath(close, { start: 0, end: 0 })).toBe('M0,0L0,17Q0,20 3,20L3,20Q6,20 6,23L6,40');
});
