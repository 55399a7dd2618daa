import ICAL from 'ical.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { titleOf } from '../../src/diagram/timeline/index.ts';
import { visibleText } from '../../src/diagram/visible-text.ts';
import { eventsOf } from '../../src/lifecycle/events.ts';
import { icsOf } from '../../src/site/ics.ts';
import type { ReadableEntry } from '../../src/site/portfolio.ts';
import { ownPlans, planOf, replaced, small } from '../diagram/support/plans.ts';
import { planFile } from '../support/plans.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const urlOf = ({ slug }: ReadableEntry) => `https://plans.example.com/base/plans/${slug}/`;

function entryOf(text: string, slug = 'acme'): ReadableEntry {
  return { slug, file: planFile(text, `${slug}.yaml`), plan: planOf(text), findings: [] };
}

/** The events of a calendar file, as another program reads them. */
function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const text = (name: string) => component.getFirstPropertyValue(name)?.toString();
    return {
      date: event.startDate.toString(),
      isDay: event.startDate.isDate,
      days: event.duration.toSeconds() / 86_400,
      zone: event.startDate.zone.tzid,
      summary: event.summary,
      description: event.description,
      uid: event.uid,
      sequence: event.sequence,
      stamp: text('dtstamp'),
      url: text('url'),
      categories: text('categories'),
      status: text('status'),
    };
  });
}

test('every event of every plan comes back, each with an identity of its own', async () => {
  const entries = [...(await ownPlans())].map(([slug, plan]) => ({
    ...entryOf('customer: A', slug),
    plan,
  }));
  const events = read(icsOf('All', entries, urlOf));
  const expected = entries.flatMap(({ plan, slug }) =>
    eventsOf(plan).map((event) => ({
      date: event.date,
      isDay: true,
      days: 1,
      zone: 'floating',
      summary: `${plan.customer}: ${titleOf(event)}`,
      stamp: `${plan.facts.statusDate}T00:00:00Z`,
      url: `https://plans.example.com/base/plans/${slug}/`,
      status: plan.hasHappened(event.date) ? 'CONFIRMED' : 'TENTATIVE',
    })),
  );
  expect(expected.length).toBeGreaterThan(200);
  expect(events).toMatchObject(expected);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(expected.length);
});

describe('an event whose date is moved', () => {
  const before = read(icsOf('A', [entryOf(small)], urlOf));
  const moved = replaced(small, ['goLive: 2026-09-01', 'goLive: 2026-11-02']);
  const after = read(icsOf('A', [entryOf(replaced(moved, ['2026-08-17', '2026-08-24']))], urlOf));
  const goLive = (events: typeof before) => events.find(({ summary }) => /Go-live/.test(summary));

  test('is the same event, in a later version', () => {
    expect(goLive(after)?.uid).toBe(goLive(before)?.uid);
    expect([goLive(before)?.date, goLive(after)?.date]).toEqual(['2026-09-01', '2026-11-02']);
    expect(goLive(after)?.sequence).toBe((goLive(before)?.sequence ?? 0) + 7);
  });

  test('of another plan is another event', () => {
    const other = read(icsOf('A', [entryOf(small, 'other')], urlOf)).map(({ uid }) => uid);
    expect(other.filter((uid) => before.some((event) => event.uid === uid))).toEqual([]);
  });
});

test('the same plans give the same file, at any time and in any time zone', () => {
  const write = () => icsOf('A', [entryOf(small)], urlOf);
  const first = write();
  vi.useFakeTimers({ now: Date.parse('2031-12-31T23:59:59Z') });
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata']) {
    vi.stubEnv('TZ', zone);
    expect(write()).toBe(first);
  }
});

test('planned and past are told apart, and what nobody can tell is said', () => {
  const facts = 'customer: A\ngoLive: 2026-09-01\ncontractSigned: 2026-01-12\n';
  const told = (text: string) =>
    read(icsOf('A', [entryOf(text)], urlOf)).map(({ status, description }) => [
      status,
      description,
    ]);
  expect(told(`${facts}statusDate: 2026-08-17`)).toEqual([
    ['CONFIRMED', 'Has happened, as the plan said on 17 Aug 2026, its status date.'],
    ['TENTATIVE', 'Planned, as the plan said on 17 Aug 2026, its status date.'],
  ]);
  const unknown = ['CONFIRMED', 'The plan does not say when it was last true.'];
  expect(told(facts)).toEqual([unknown, unknown]);
});

test('without an address of the site there are no addresses', () => {
  expect(icsOf('A', [entryOf(small)], () => undefined)).not.toContain('URL');
});

describe('text of a plan is text', () => {
  const hostile = [
    'Line one\nEND:VEVENT\nBEGIN:VEVENT\r\nSUMMARY:pwned',
    'a,b;c:d\\n\\,e "quoted" \'single\' ^n %0D%0A <b>&amp;</b>',
    '🧪👩‍🔬 مستشفى الأبحاث בית חולים 病院 ', // Scripts of both directions.
    '\u202egnitekram\u202c \u0000\u0007\u2028\u0085X-EVIL:1',
    `${'ü🧪'.repeat(400)} end`,
    '\ud83e broken',
  ];

  test.each(hostile)('%j', (text) => {
    const plan = planOf('statusDate: 2026-03-01\ngoLive: 2026-04-01');
    Object.assign(plan.facts, { customer: text });
    const ics = icsOf(`Onboarding of ${text}`, [{ ...entryOf('customer: A'), plan }], urlOf);
    expect(read(ics).map(({ summary, date }) => [summary, date])).toEqual([
      [`${visibleText(text)}: Go-live`, '2026-04-01'],
    ]);
    // The reader does not know that a calendar's name is text, and leaves it as it is written.
    const name = String(new ICAL.Component(ICAL.parse(ics)).getFirstPropertyValue('name'));
    expect(name).not.toMatch(/(?<!\\)(\\\\)*[;,]/);
    expect(name.replace(/\\(.)/g, '$1')).toBe(visibleText(`Onboarding of ${text}`));
    expectSoundLines(ics);
  });

  test('of changes and groups too', () => {
    const text = JSON.stringify('Labels,\nprinters; "doors"\\');
    const plan = `statusDate: 2026-03-01
environments: { pre-prod: { changes: [{ date: 2026-02-01, summary: ${text} }] } }
training: [{ group: ${text}, instance: prod.test, started: 2026-02-02 }]
`;
    const ics = icsOf('A', [entryOf(plan)], urlOf);
    expect(read(ics).map(({ summary }) => summary)).toEqual([
      'plan: Labels, printers; "doors"\\',
      'plan: Labels, printers; "doors"\\: training in prod.test begins',
    ]);
    expectSoundLines(ics);
  });
});

/** Lines end in CRLF, hold at most 75 octets each, and never break a character in two. */
function expectSoundLines(ics: string): void {
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = ics.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(line).toMatch(/^( |[A-Z-]+[;:])[^\u0000-\u0008\u000a-\u001f\u007f]*$/);
  }
}
