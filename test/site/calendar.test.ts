import { expect, test } from 'vitest';
import {
  agendaOf,
  type CalendarDate,
  calendarDates,
  datePages,
  daysOf,
  monthsOf,
} from '../../src/site/calendar.ts';
import type { Entry, Portfolio } from '../../src/site/portfolio.ts';
import { planFile } from '../support/plans.ts';

function portfolioOf(plans: Readonly<Record<string, string>>): Portfolio {
  const entries = Object.entries(plans).map(([slug, text]): Entry => {
    const file = planFile(text, `${slug}.yaml`);
    return { slug, file, plan: file.plan, findings: [] };
  });
  return { title: 'Waypost', address: '', entries, unreadable: [] };
}

const three = portfolioOf({
  ahead: 'statusDate: 2026-09-21\ncontractSigned: 2026-08-03\ngoLive: 2026-10-05',
  behind: `statusDate: 2026-07-17
contractSigned: 2026-01-12
goLive: 2026-09-21
migration: { legacyFrozen: 2026-07-17, databaseMigrated: 2026-07-18 }
environments: { sandbox: { destroyed: 2026-09-22 } }
`,
  undated: 'contractSigned: 2026-08-03\ngoLive: 2026-10-05',
  unreadable: 'customer: [',
});

const words = (dates: readonly CalendarDate[]) =>
  dates.map(({ entry, event }) => `${event.date} ${entry.slug}: ${event.title}`);

test('all dates stand in order, those of a day by customer', () => {
  expect(words(calendarDates(three))).toEqual([
    '2026-01-12 behind: Contract signed',
    '2026-07-17 behind: Legacy database frozen',
    '2026-07-18 behind: Participants’ data migrated into PROD',
    '2026-08-03 ahead: Contract signed',
    '2026-08-03 undated: Contract signed',
    '2026-09-21 behind: Go-live',
    '2026-09-22 behind: Sandbox destroyed',
    '2026-10-05 ahead: Go-live',
    '2026-10-05 undated: Go-live',
  ]);
});

test('months and days have all of them, and none is empty', () => {
  const dates = calendarDates(three);
  const months = monthsOf(dates);
  expect(months.map(({ month, dates: { length } }) => [month, length])).toEqual([
    ['2026-01', 1],
    ['2026-07', 2],
    ['2026-08', 2],
    ['2026-09', 2],
    ['2026-10', 2],
  ]);
  expect(months.flatMap(({ dates: inMonth }) => daysOf(inMonth)).flat()).toEqual(dates);
  expect(daysOf(months[1]?.dates ?? []).map(words)).toEqual([
    ['2026-07-17 behind: Legacy database frozen'],
    ['2026-07-18 behind: Participants’ data migrated into PROD'],
  ]);
});

test('what is planned is either to come for all, or its plan is behind', () => {
  const { latest, coming, behind } = agendaOf(calendarDates(three), three);
  expect(latest?.slug).toBe('ahead');
  expect(words(coming)).toEqual([
    '2026-09-22 behind: Sandbox destroyed',
    '2026-10-05 ahead: Go-live',
  ]);
  expect(behind.map(({ entry, dates }) => [entry.slug, words(dates)])).toEqual([
    [
      'behind',
      ['2026-07-18 behind: Participants’ data migrated into PROD', '2026-09-21 behind: Go-live'],
    ],
  ]);
});

test('without any status date nobody can say what comes', () => {
  const portfolio = portfolioOf({ a: 'goLive: 2026-10-05' });
  expect(agendaOf(calendarDates(portfolio), portfolio)).toEqual({
    latest: undefined,
    coming: [],
    behind: [],
  });
});

test('a month of many customers has pages of whole days, and loses nothing', () => {
  const plans = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => {
      const day = String((n % 28) + 1).padStart(2, '0');
      const dates = `contractSigned: 2026-08-${day}\ngoLive: 2026-08-${day}`;
      return [`plan-${n}`, `statusDate: 2026-07-01\n${dates}`];
    }),
  );
  const [month, ...others] = monthsOf(calendarDates(portfolioOf(plans)));
  if (!month) throw new Error('No month');
  expect(others).toEqual([]);
  const pages = datePages(month.dates, '/calendar/2026-08/');
  expect(pages.map(({ number, pages }) => [number, pages.length])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(pages.flatMap(({ items }) => items)).toEqual(month.dates);
  const days = pages.map(({ items }) => new Set(items.map(({ event }) => event.date)));
  expect(days[0]?.intersection(days[1] ?? new Set()).size).toBe(0);
  expect(pages[1]?.pages[1]?.address).toBe('/calendar/2026-08/2/');
});
