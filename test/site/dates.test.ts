import { expect, test } from 'vitest';
import { longDate, longMonth, weekday } from '../../src/site/format/dates.ts';

test.each([
  ['2026-09-01', '1 September 2026'],
  ['2024-02-29', '29 February 2024'],
  ['2026-12-31', '31 December 2026'],
  ['2026-01-01', '1 January 2026'],
])('%s is %s', (date, text) => {
  expect(longDate(date)).toBe(text);
});

test('a month is written as a word, with its year', () => {
  expect(longMonth('2026-09')).toBe('September 2026');
  expect(() => longMonth('2026-13')).toThrow(RangeError);
});

test.each([
  ['2026-09-01', 'Tue'],
  ['2024-02-29', 'Thu'],
  ['0999-12-31', 'Tue'],
])('%s is a %s', (date, day) => {
  expect(weekday(date)).toBe(day);
});

test('does not depend on the time zone', () => {
  const before = process.env.TZ;
  try {
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata']) {
      process.env.TZ = zone;
      expect(longDate('2026-03-29')).toBe('29 March 2026');
      expect(weekday('2026-03-29')).toBe('Sun');
    }
  } finally {
    process.env.TZ = before;
  }
});

test.each(['2026-13-01', '2026-9-1', 'soon', ''])('refuses %j', (text) => {
  expect(() => longDate(text)).toThrow(RangeError);
  expect(() => weekday(text)).toThrow(RangeError);
});
