import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { timelineScale, timelineSvg } from '../../../src/diagram/timeline/index.ts';
import { eventsOf } from '../../../src/lifecycle/events.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';
import { ownPlans, planOf, replaced, small } from '../support/plans.ts';

const plans = await ownPlans();

function drawing(plan: Plan): SVGSVGElement {
  const svg = new JSDOM(timelineSvg(plan)).window.document.querySelector('svg');
  if (!svg) throw new Error('There is no drawing');
  return svg;
}

interface Mark {
  readonly title: string;
  readonly x: number;
  readonly planned: boolean;
}

function marksOf(svg: Element): Mark[] {
  return [...svg.querySelectorAll('.lane .mark')].map((mark) => ({
    title: mark.querySelector(':scope > title')?.textContent ?? '',
    x: Number(/translate\(([\d.]+)/.exec(mark.getAttribute('transform') ?? '')?.[1]),
    planned: mark.classList.contains('planned'),
  }));
}

function mark(marks: readonly Mark[], name: string): Mark {
  const found = marks.filter(({ title }) => title.includes(name));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} marks say ${name}`);
  return found[0];
}

/** "12 Jan 2026", by another way than the drawing's own. */
function inWords(date: string): string {
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const [month, day, year] = new Intl.DateTimeFormat('en-US', parts)
    .format(new Date(date))
    .split(/,? /);
  return `${day} ${month} ${year}`;
}

describe.each([...plans])('the plan %s', (_, plan) => {
  const marks = marksOf(drawing(plan));
  const { statusDate = '' } = plan.facts;

  test('every event has one mark, with its date and name', () => {
    const expected = eventsOf(plan).map(({ date, title }) => {
      const planned = date > statusDate ? ', planned' : '';
      return `${inWords(date)}${planned}: ${title.replaceAll('`', '')}`;
    });
    expect(marks.map(({ title }) => title).sort()).toEqual(expected.sort());
  });

  test('every mark stands at its date', () => {
    const scale = timelineScale(plan);
    const placed = marks.map(({ title, x }) => [title, scale && inWords(scale.date(x))] as const);
    for (const [title, date] of placed) expect(title.startsWith(`${date}`)).toBe(true);
  });

  test('the same every time, without styles or colours of its own', () => {
    const text = timelineSvg(plan);
    expect(timelineSvg(plan)).toBe(text);
    expect(text).not.toMatch(/style=|#[0-9a-f]{3,6}\b|rgb\(|<script|NaN|undefined/);
  });

  test('every environment has a lane', () => {
    const names = [...drawing(plan).querySelectorAll('.names .name')].map(
      (each) => each.textContent,
    );
    for (const { kind } of plan.allEnvironments) expect(names.join('\n')).toContain(kind?.name);
    expect(drawing(plan).querySelectorAll('.lane.environment').length).toBe(
      plan.allEnvironments.length,
    );
  });
});

describe('places', () => {
  const marks = marksOf(drawing(planOf(small)));

  test('days are of one width', () => {
    const contract = mark(marks, 'Contract signed').x;
    const goLive = mark(marks, 'Go-live').x;
    const promotion = mark(marks, 'promoted').x;
    const day = (year: number, month: number, date: number) =>
      Date.UTC(year, month - 1, date) / 86_400_000;
    const whole = day(2026, 9, 1) - day(2026, 1, 12);
    const part = day(2026, 8, 17) - day(2026, 1, 12);
    expect((promotion - contract) / (goLive - contract)).toBeCloseTo(part / whole, 4);
  });

  test('on its status date something has happened, a day later it is planned', () => {
    expect(mark(marks, 'promoted').planned).toBe(false);
    expect(mark(marks, 'PROD Test created').planned).toBe(true);
  });

  test('bars are solid up to the status date, and hatched from there', () => {
    const scale = timelineScale(planOf(small));
    const [sandbox] = drawing(planOf(small)).querySelectorAll('.lane.environment');
    const parts = [...(sandbox?.querySelectorAll('.bar path') ?? [])].map((path) => {
      const [, from, to] = /^M([\d.]+) [\d.]+H([\d.]+)/.exec(path.getAttribute('d') ?? '') ?? [];
      return [path.getAttribute('class'), scale?.date(Number(from)), scale?.date(Number(to))];
    });
    const instance = [
      ['lived', '2026-01-14', '2026-08-17'],
      ['planned', '2026-08-17', '2026-09-18'],
    ];
    expect(parts).toEqual([...instance, ...instance]);
    expect(sandbox?.querySelector('.planned')?.getAttribute('fill')).toBe(
      'url(#timeline-hatching)',
    );
  });

  test('Main and Test begin on their own days', () => {
    const scale = timelineScale(planOf(small));
    const prod = drawing(planOf(small)).querySelectorAll('.lane.environment')[4];
    const starts = [...(prod?.querySelectorAll('.bar') ?? [])].map((bar) => {
      const d = bar.querySelector('path')?.getAttribute('d') ?? '';
      return scale?.date(Number(/^M([\d.]+)/.exec(d)?.[1]));
    });
    expect(starts).toEqual(['2026-08-17', '2026-08-18']);
  });

  test('a bar without an end has a head, one with an end has none', () => {
    const lanes = [...drawing(planOf(small)).querySelectorAll('.lane.environment')];
    const hasHead = lanes.map((lane) =>
      / ?l/.test(lane.querySelector('.bar path:last-child')?.getAttribute('d') ?? ''),
    );
    // Sandbox, Migration, Pre-PROD, VAL; PROD, VAL val-27-1, Community Dev.
    expect(hasHead).toEqual([false, false, false, false, true, true, true]);
  });

  test('the line of the status date stands at it', () => {
    const line = drawing(planOf(small)).querySelector('.status line');
    expect(timelineScale(planOf(small))?.date(Number(line?.getAttribute('x1')))).toBe('2026-08-17');
  });
});

describe('the axis', () => {
  const labels = (facts: ConstructorParameters<typeof Plan>[1]) => {
    const texts = drawing(new Plan('plan', facts)).querySelectorAll('.axis text');
    return [...texts].map((text) => text.textContent);
  };

  test.each([
    ['five weeks', '2026-01-05', '2026-02-08', ['5', '12', '2', 'Jan 2026']],
    ['eight months', '2026-01-12', '2026-09-18', ['Jan', 'Sep', '2026']],
    ['three years', '2025-01-12', '2028-01-18', ['Q1', 'Q4', '2026', '2027']],
    ['a century', '1950-01-12', '2050-01-18', ['1950', '2040']],
  ])('names %s', (_, contractSigned, goLive, expected) => {
    const shown = labels({ contractSigned, goLive });
    for (const label of expected) expect(shown).toContain(label);
    expect(shown.length).toBeLessThan(32);
  });

  test.each([
    ['a single day', { contractSigned: '2026-01-12' }],
    ['the whole calendar', { contractSigned: '0001-01-01', goLive: '9999-12-31' }],
    ['the last day of the calendar', { contractSigned: '9999-12-31' }],
    ['the last months of it', { contractSigned: '9999-09-01', goLive: '9999-12-30' }],
  ])('stands %s', (_, facts) => {
    expect(labels(facts).length).toBeGreaterThan(0);
  });

  test.each([
    ['2026-01-05', '2026-02-08'],
    ['2026-01-12', '2026-09-18'],
    ['2025-01-12', '2028-01-18'],
  ])('from %s to %s, its lines stand at the days they name', (contractSigned, goLive) => {
    const plan = new Plan('plan', { contractSigned, goLive });
    const scale = timelineScale(plan);
    const lines = [...drawing(plan).querySelectorAll('.axis line')];
    const dates = lines.map((line) => scale?.date(Number(line.getAttribute('x1'))) ?? '');
    const starts = dates.filter((date) => date.endsWith('-01') || new Date(date).getUTCDay() === 1);
    expect(starts).toEqual(dates);
    expect(dates.length).toBeGreaterThan(4);
  });
});

describe('plans that are not in order', () => {
  test('without dates say so', () => {
    expect(drawing(new Plan('plan', {})).textContent).toContain('This plan has no dates yet.');
  });

  test('without a status date have no line for it, and nothing planned', () => {
    const svg = drawing(planOf(replaced(small, ['statusDate: 2026-08-17\n', ''])));
    expect(svg.querySelector('.status')).toBe(null);
    expect(svg.querySelectorAll('.lane .planned').length).toBe(0);
  });

  test('what ends before it begins has marks, but no bar', () => {
    const plan = planOf(
      'statusDate: 2026-03-01\nenvironments: { migration: { created: 2026-02-01, destroyed: 2026-01-01 } }',
    );
    expect(drawing(plan).querySelectorAll('.lane .bar').length).toBe(0);
    expect(marksOf(drawing(plan)).length).toBe(2);
  });
});

describe('text of a plan stays text', () => {
  const hostile = '<script>alert("1")</script> & <b>\u202e\n&amp;';
  const read = '<script>alert("1")</script> & <b> &amp;';
  const plan = new Plan('plan', {
    customer: hostile,
    statusDate: '2026-01-05',
    contractSigned: '2026-01-01',
    environments: {
      [hostile]: {
        created: '2026-01-02',
        changes: [{ date: '2026-01-04', ecr: hostile, summary: hostile }],
      },
    },
    training: [{ group: hostile, started: '2026-01-02', signedOff: '2026-01-03' }],
  });

  test('in names, labels, titles and tips', () => {
    const svg = drawing(plan);
    expect(svg.querySelectorAll('script, b').length).toBe(0);
    expect(svg.querySelector('title')?.textContent).toBe(`Timeline of ${read}`);
    expect(svg.textContent?.split(read).length).toBeGreaterThan(8);
    expect(svg.textContent).not.toMatch(/[\u202e\n]/);
  });

  test('which is no id either', () => {
    expect(() => timelineSvg(plan, { idPrefix: 'a"b' })).toThrow(RangeError);
    expect(timelineSvg(plan, { idPrefix: 'here' })).toContain('id="here-title"');
  });
});
