import { describe, expect, test } from 'vitest';
import { counted, escaped, folded, inWords, printable, quote } from '../../src/lifecycle/words.ts';

describe('a plan’s own text in a message', () => {
  test('stands in back quotes', () => {
    expect(quote('val-27-1')).toBe('`val-27-1`');
  });

  test.each([
    ['ends a line', 'a\nb', 'a\\u{a}b'],
    ['moves the cursor', '\u001b[2J', '\\u{1b}[2J'],
    ['turns the reading direction', 'a\u202eb', 'a\\u{202e}b'],
    ['hides', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['is half of one', 'a\ud83d', 'a\\u{d83d}'],
    ['is none of these', 'Größe 🙂', 'Größe 🙂'],
  ])('shows a character that %s', (_, text, shown) => {
    expect(escaped(text)).toBe(shown);
    expect(printable(text)).toBe(shown);
  });

  test('has 80 characters at most', () => {
    expect(printable('🙂'.repeat(80))).toBe('🙂'.repeat(80));
    expect(printable('🙂'.repeat(81))).toBe(`${'🙂'.repeat(79)}…`);
    expect(printable(`${'🙂'.repeat(80)}\n`)).toBe(`${'🙂'.repeat(79)}…`);
    expect(escaped('🙂'.repeat(81))).toBe('🙂'.repeat(81));
  });
});

test('a list is said in words', () => {
  const items = ['Main', 'Test', 'Pre-PROD'];
  expect([0, 1, 2, 3].map((length) => inWords(items.slice(0, length)))).toEqual([
    '',
    'Main',
    'Main and Test',
    'Main, Test and Pre-PROD',
  ]);
  expect(inWords(items, 'or')).toBe('Main, Test or Pre-PROD');
});

test('one error is not "1 errors"', () => {
  expect([0, 1, 2].map((count) => counted(count, 'error'))).toEqual([
    '0 errors',
    '1 error',
    '2 errors',
  ]);
});

describe('in a comparison with what people wrote elsewhere', () => {
  test.each([
    ['Quillon Bay', 'quillon  bay'],
    ['Quillon Bay', 'QuillonBay'],
    [' GRÖßE\u00a0', 'größe'],
    ['ﬁrst', 'first'],
    ['Quality\u200b', 'Quality'],
    ['Qua\u00adlity\0', 'Quality'],
    ['Head of Quality. ', 'Head of Quality'],
  ])('%j is %j', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test.each([
    ['Quillon Bay', 'Quillon-Bay'],
    ['Maß', 'Mass'],
    ['ECR-1.1', 'ECR-11'],
  ])('%j is not %j', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});
