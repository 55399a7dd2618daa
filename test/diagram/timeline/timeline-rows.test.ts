import { expect, test } from 'vitest';
import { miniTimeline, timelineRows } from '../../../src/diagram/timeline/index.ts';
import { Plan } from '../../../src/lifecycle/plan.ts';
import { planOf, small } from '../support/plans.ts';

test('rows are in order, past before planned', () => {
  const rows = timelineRows(planOf(small));
  expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort());
  expect(rows.filter(({ state }) => state === 'past').at(-1)?.date).toBe('2026-08-17');
  expect(rows.find(({ state }) => state === 'planned')).toEqual({
    date: '2026-08-18',
    title: 'PROD Test created',
    kind: 'creation',
    environment: { name: 'PROD', href: '#environment-prod' },
    state: 'planned',
  });
});

test('rows of a plan without status date are neither', () => {
  const [row] = timelineRows(new Plan('plan', { contractSigned: '2026-01-01' }));
  expect(row?.state).toBe(undefined);
});

/** The places of the strip: where it has come to, and where go-live is. */
function places(statusDate: string): { lived: number; goLive: number; status: number } {
  const svg = miniTimeline(
    new Plan('plan', { statusDate, contractSigned: '2026-01-01', goLive: '2026-01-11' }),
  );
  const number = (pattern: RegExp) => Number(pattern.exec(svg)?.[1]);
  return {
    lived: number(/class="lived"[^>]* width="([\d.]+)"/),
    goLive: number(/class="go-live" d="M([\d.]+)/),
    status: number(/class="status" d="M([\d.]+)/),
  };
}

test('the strip is filled as far as the status date', () => {
  expect(places('2026-01-06')).toEqual({ lived: 74, goLive: 154, status: 80 });
  expect(places('2026-01-11')).toEqual({ lived: 148, goLive: 154, status: 154 });
});

test('the strip of a live customer reaches beyond go-live', () => {
  const { goLive, status } = places('2026-01-21');
  expect([goLive, status]).toEqual([80, 154]);
});

test('the strip says in words what it shows', () => {
  expect(miniTimeline(planOf(small))).toContain(
    'Cut-over: Contract 12 Jan 2026, go-live 1 Sep 2026, status 17 Aug 2026',
  );
});

test('there is no strip without both ends', () => {
  expect(miniTimeline(new Plan('plan', { contractSigned: '2026-01-01' }))).toBe('');
  expect(miniTimeline(new Plan('plan', { goLive: '2026-01-01' }))).toBe('');
});
