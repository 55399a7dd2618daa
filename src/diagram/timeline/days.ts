import type { Plan } from '../../lifecycle/plan.ts';
import { fullDate } from '../dates.ts';
import { statusRow, width } from './measures.ts';
import type { Scale } from './scale.ts';
import { type SvgElement, svg } from './svg.ts';
import { sizes, widthOf } from './text.ts';

/** The day of go-live: a line through all lanes. */
export function drawGoLive(
  plan: Plan,
  scale: Scale,
  { top, bottom }: { top: number; bottom: number },
): SvgElement | undefined {
  if (!plan.goLive) return undefined;
  const x = scale.x(plan.goLive.date);
  return svg('line', { class: 'go-live', x1: x, x2: x, y1: top, y2: bottom });
}

/** The status date: a line through all lanes, and its name above them. */
export function drawStatus(
  statusDate: string | undefined,
  scale: Scale,
  bottom: number,
): SvgElement | undefined {
  if (statusDate === undefined) return undefined;
  const x = scale.x(statusDate);
  const text = `Status ${fullDate(statusDate)}`;
  const half = widthOf(text, sizes.label) / 2 + 5;
  const middle = Math.min(Math.max(x, half + 1), width - half - 1);
  return svg(
    'g',
    { class: 'status' },
    svg('line', { x1: x, x2: x, y1: statusRow - 2, y2: bottom }),
    svg('rect', { x: middle - half, y: 0, width: 2 * half, height: statusRow - 2, rx: 3 }),
    svg('text', { x: middle, y: 12, 'text-anchor': 'middle' }, text),
  );
}
