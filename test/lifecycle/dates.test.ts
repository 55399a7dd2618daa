import { describe, expect, test } from 'vitest';
import { addDays, datesIn, daysBetween, inDays, isDate } from '../../src/lifecycle/dates.ts';

describe('isDate', () => {
  test.each(['2026-05-08', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('%j is none', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

test('a date in a text is a word of its own', () => {
  const text =
    '2026-05-08, report-2026-05-08.pdf, (2026-07-20) 2026-02-30 12026-05-08 a/2026-05-08/b https://a.b/2026-05-08';
  expect(datesIn(text)).toEqual([
    { date: '2026-05-08', start: 0, end: 10 },
    { date: '2026-07-20', start: text.indexOf('2026-07'), end: text.indexOf(')') },
  ]);
});

test('days are counted across leap days and years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
  expect(daysBetween('2026-05-08', '2026-05-08')).toBe(0);
  expect(daysBetween('2026-05-08', '2026-05-01')).toBe(-7);
});

test('adding days is the inverse of counting them', () => {
  expect(addDays('2026-05-08', 30)).toBe('2026-06-07');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-03-29', addDays('2026-03-29', 217))).toBe(217);
});

test('one day is not "1 days"', () => {
  expect([inDays(0), inDays(1), inDays(2)]).toEqual(['0 days', '1 day', '2 days']);
});
