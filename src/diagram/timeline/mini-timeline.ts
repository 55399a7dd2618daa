import { moment } from '../../lifecycle/moments.ts';
import { phaseOf } from '../../lifecycle/phase.ts';
import type { Plan } from '../../lifecycle/plan.ts';
import { startOf } from '../../lifecycle/state.ts';
import { fullDate } from '../dates.ts';
import { Scale } from './scale.ts';
import { round, type SvgElement, svg, write } from './svg.ts';

const width = 160;
const height = 16;
const middle = 8;
const margin = 6;

/**
 * A strip as small as a word: from contract to go-live, how far the plan has come, and when Pre-PROD,
 * VAL and PROD begin. Its name says the same in words.
 *
 * @returns an `<svg>`; empty where the plan lacks one of the two dates
 */
export function miniTimeline(plan: Plan): string {
  const { contractSigned, goLive, statusDate } = plan.facts;
  if (contractSigned === undefined || goLive === undefined || goLive <= contractSigned) return '';
  const status = statusDate ?? contractSigned;
  const [first] = [contractSigned, status].sort();
  const [, last] = [goLive, status].sort();
  const scale = new Scale(first ?? contractSigned, last ?? goLive, margin, width - 2 * margin);
  const [from, to, now] = [contractSigned, goLive, status].map((date) => scale.x(date));
  return write(draw(plan, scale, { from: from ?? 0, to: to ?? 0, now: now ?? 0 }));
}

function draw(
  plan: Plan,
  scale: Scale,
  { from, to, now }: { from: number; to: number; now: number },
): SvgElement {
  const lived = Math.min(Math.max(now, from), to);
  const label = labelOf(plan);
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'wp-mini-timeline',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    svg('title', {}, label),
    svg('rect', { class: 'planned', x: lived, y: middle - 3, width: to - lived, height: 6 }),
    svg('rect', { class: 'lived', x: from, y: middle - 3, width: lived - from, height: 6 }),
    now > to ? svg('line', { class: 'live', x1: to, x2: now, y1: middle, y2: middle }) : undefined,
    stations(plan).map((date) => {
      const x = scale.x(date);
      return svg('line', { class: 'station', x1: x, x2: x, y1: middle - 3, y2: middle + 3 });
    }),
    svg('path', { class: 'go-live', d: `M${round(to)} 2l6 6-6 6-6-6Z` }),
    svg('path', { class: 'status', d: `M${round(now)} 5l-4-5h8ZM${round(now)} 11l-4 5h8Z` }),
  );
}

/** The days on which the next environment of the way begins. */
function stations(plan: Plan): string[] {
  const environments = [plan.ofKind('pre-prod')[0], plan.onboardingVal, plan.ofKind('prod')[0]];
  const [contract, goLive] = [plan.facts.contractSigned ?? '', plan.facts.goLive ?? ''];
  return environments.flatMap((environment) => {
    const date = environment && startOf(environment)?.date;
    return date !== undefined && date > contract && date < goLive ? [date] : [];
  });
}

function labelOf(plan: Plan): string {
  const dates = [
    ['Contract', moment(plan.facts, 'contractSigned')?.date],
    ['go-live', plan.goLive?.date],
    ['status', plan.facts.statusDate],
  ].flatMap(([name, date]) => (date === undefined ? [] : [`${name} ${fullDate(date)}`]));
  const phase = phaseOf(plan)?.name;
  return [...(phase === undefined ? [] : [phase]), dates.join(', ')].join(': ');
}
