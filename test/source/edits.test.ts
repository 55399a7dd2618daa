import { expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edits.ts';

test('changes what is named and nothing else', () => {
  const edits = [
    { start: 9, end: 12, text: 'yam' },
    { start: 0, end: 3, text: 'α' },
    { start: 4, end: 4, text: '# ' },
  ];
  expect(applyEdits('one: two three', edits)).toBe('α:#  two yamee');
});

test('no edit, no change', () => expect(applyEdits('a: 1\r\n', [])).toBe('a: 1\r\n'));

test('edits that overlap are refused', () => {
  const edits = [
    { start: 0, end: 2, text: 'x' },
    { start: 1, end: 3, text: 'y' },
  ];
  expect(() => applyEdits('abc', edits)).toThrow(RangeError);
});
