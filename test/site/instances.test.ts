import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesOf } from '../../src/lifecycle/date-at.ts';
import { addDays } from '../../src/lifecycle/dates.ts';
import { Plan } from '../../src/lifecycle/plan.ts';
import { dayWords, type InstanceLife, standingOn } from '../../src/site/instance-life.ts';
import { destructionsOf, instancesOf } from '../../src/site/instances.ts';
import type { ReadableEntry } from '../../src/site/portfolio.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';
import { validPlans } from '../proof/plans/index.ts';
import { runs } from '../proof/runs.ts';
import { planFile } from '../support/plans.ts';

function entryOf(plan: Plan, slug = 'acme'): ReadableEntry {
  return { slug, file: planFile('customer: A'), plan, findings: [] };
}

/** What a page says of the instances of a plan on a day, after the way through JSON. */
function said(plan: Plan, day?: string): Record<string, string> {
  const rows = instancesOf([entryOf(plan)]).flatMap((customer) => customer.rows);
  return Object.fromEntries(
    rows.map(({ subject, life }) => {
      const { stateWords, releaseWords } = standingOn(JSON.parse(JSON.stringify(life)), day);
      return [subject.name, `${stateWords}; ${releaseWords}`];
    }),
  );
}

describe('instances on a day', () => {
  test('stand as of the status date, unless another day is chosen', () => {
    expect(said(planOf(small))).toEqual({
      'Sandbox Main': 'In use; 26.1',
      'Sandbox Test': 'In use; 26.1',
      Migration: 'Destroyed; –',
      'Pre-PROD': 'Promoted; –',
      'VAL Main': 'In use; –',
      'VAL Test': 'In use; –',
      'PROD Main': 'In use; 26.1',
      'PROD Test': 'Planned; 26.1',
      'VAL `val-27-1` Main': 'Planned; 27.1',
      'VAL `val-27-1` Test': 'Planned; 27.1',
    });
    expect(said(planOf(small), '2026-08-17')).toEqual(said(planOf(small)));
  });

  test('are facts before the status date, and plans after it', () => {
    expect(said(planOf(small), '2026-02-23')).toMatchObject({
      'Sandbox Main': 'In use; 26.1 on 17 Aug 2026',
      Migration: 'In use; –',
      'Pre-PROD': 'In use; –',
      'PROD Main': 'Planned; 26.1',
    });
    expect(said(planOf(small), '2027-04-21')).toMatchObject({
      'Sandbox Main': 'Destroyed, as planned; 26.1 on 17 Aug 2026',
      Migration: 'Destroyed, as planned; –',
      'PROD Main': 'In use, as planned; 27.1, as planned',
      'PROD Test': 'In use, as planned; 27.1, as planned',
    });
    expect(said(planOf(small), '2027-04-20')).toMatchObject({
      'PROD Main': 'In use, as planned; 26.1',
    });
  });

  test('differ while Main and Test of PROD are upgraded on days of their own', () => {
    const split = replaced(
      small,
      ['upgraded: 2027-04-21', 'upgraded: { main: 2027-04-21, test: 2027-04-14 }'],
      ['statusDate: 2026-08-17', 'statusDate: 2027-04-16'],
    );
    expect(said(planOf(split))).toMatchObject({
      'PROD Main': 'In use; 26.1',
      'PROD Test': 'In use; 27.1',
    });
  });

  test('of a plan without a status date are not dated until a day is chosen', () => {
    const undated = planOf(replaced(small, ['statusDate: 2026-08-17\n', '']));
    expect(said(undated)['Sandbox Main']).toBe('Not dated; 26.1');
    expect(said(undated, '2026-08-17')['Sandbox Main']).toBe('In use; 26.1');
  });

  test('are said to be as the plan would say it, had it that status date', () => {
    fc.assert(
      fc.property(validPlans(), (facts) => {
        const plan = new Plan('acme', structuredClone(facts));
        const days = datesOf(plan).flatMap(({ date }) => [addDays(date, -1), date]);
        for (const day of new Set(days)) {
          const then = new Plan('acme', { ...structuredClone(facts), statusDate: day });
          expect(withoutPlans(said(plan, day))).toEqual(withoutPlans(said(then)));
        }
      }),
      runs(15, 3000),
    );
  });

  const withoutPlans = (words: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(words).map(([name, text]) => [
        name,
        text.replaceAll(', as planned', '').replace(/ on \d+ \w+ \d+$/, ''),
      ]),
    );

  test('of IQVIA are no customer’s', () => {
    const entry = entryOf(planOf(small));
    const names = instancesOf([entry]).flatMap(({ rows }) =>
      rows.map(({ subject }) => subject.name),
    );
    expect(names).not.toContain('Community Dev');
    expect(
      instancesOf([entry])
        .flatMap(({ shared }) => shared)
        .map(({ name }) => name),
    ).toEqual(['Community Dev']);
  });

  test('the day that is shown is said', () => {
    expect(dayWords(undefined)).toContain('status date');
    expect(dayWords('2027-04-21')).toContain('21 Apr 2027');
  });

  test('a release that is not under change control is known for the status date alone', () => {
    const life: InstanceLife = {
      statusDate: '2026-08-17',
      states: [{ from: undefined, value: 'exists' }],
      releases: [{ from: undefined, value: '26.1' }],
      endsBy: undefined,
      controlled: false,
    };
    expect(standingOn(life, '2026-08-16').releaseWords).toBe('26.1 on 17 Aug 2026');
    expect(standingOn({ ...life, controlled: true }, '2026-08-16').releaseWords).toBe('26.1');
  });
});

describe('what is to be destroyed', () => {
  const due = (...texts: string[]) =>
    destructionsOf(texts.map((text, index) => entryOf(planOf(text), `plan-${index}`))).map(
      ({ entry, environment, date }) => `${date ?? '?'} ${entry.slug} ${environment.id}`,
    );

  test('stands soonest first, what has no date last', () => {
    const other = 'statusDate: 2026-09-20\nenvironments: { sandbox: { destroyed: 2026-09-21 } }';
    expect(due(small, other)).toEqual([
      '2026-09-15 plan-0 val',
      '2026-09-18 plan-0 sandbox',
      '2026-09-21 plan-1 sandbox',
      '? plan-0 val-27-1',
    ]);
  });

  test('was not destroyed up to the status date of its plan', () => {
    expect(due(replaced(small, ['statusDate: 2026-08-17', 'statusDate: 2026-09-15']))).toEqual([
      '2026-09-18 plan-0 sandbox',
      '? plan-0 val-27-1',
    ]);
  });

  test('is neither Pre-PROD, which is promoted, nor PROD, nor IQVIA’s', () => {
    const environments = 'pre-prod: {}, prod: { main: {}, test: {} }, demo: {}, community: {}';
    expect(due(`statusDate: 2026-08-17\nenvironments: { ${environments} }`)).toEqual([]);
  });
});
