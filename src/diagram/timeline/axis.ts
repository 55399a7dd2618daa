import type { Scale } from './scale.ts';
import { type SvgElement, svg } from './svg.ts';
import { sizes, widthOf } from './text.ts';
import { stepFor, type Tick, ticksOf } from './ticks.ts';

/** Room for two rows of labels above the lanes, in SVG units. */
export const axisHeight = 34;

const groupLine = 12;
const tickLine = 28;
const gap = 3;

/** The lines of the axis, through all lanes; those at which a year or month begins stand out. */
export function drawAxisLines(scale: Scale, top: number, bottom: number): SvgElement {
  const ticks = ticksIn(scale);
  const lines = ticks.map(({ date, group }, index) => {
    const isFirst = group !== '' && group !== ticks[index - 1]?.group;
    const x = scale.x(date);
    const y1 = top + (isFirst ? 2 : groupLine + 5);
    return svg('line', { class: isFirst ? 'first' : undefined, x1: x, x2: x, y1, y2: bottom });
  });
  return svg('g', { class: 'axis', 'aria-hidden': 'true' }, lines);
}

/** What the lines stand for: days, months or quarters, and above them their months or years. */
export function drawAxisLabels(scale: Scale, top: number): SvgElement {
  const ticks = ticksIn(scale);
  const names = ticks.map(({ date, label }) => {
    const x = scale.x(date) + gap;
    if (x + widthOf(label, sizes.label) > scale.right) return undefined;
    return svg('text', { x, y: top + tickLine }, label);
  });
  const groups = groupsOf(ticks).map(({ label, from, to }) => {
    const [left, right] = [scale.x(from) + gap, to === undefined ? scale.right : scale.x(to)];
    if (left + widthOf(label, sizes.label) > right) return undefined;
    return svg('text', { class: 'group', x: left, y: top + groupLine }, label);
  });
  return svg('g', { class: 'axis', 'aria-hidden': 'true' }, names, groups);
}

function ticksIn({ start, end }: Scale): Tick[] {
  return ticksOf(stepFor(start, end), start, end);
}

function groupsOf(ticks: readonly Tick[]): { label: string; from: string; to?: string }[] {
  const groups: { label: string; from: string; to?: string }[] = [];
  for (const { date, group } of ticks) {
    const last = groups.at(-1);
    if (group === '' || last?.label === group) continue;
    if (last) last.to = date;
    groups.push({ label: group, from: date });
  }
  return groups;
}
