import type { Plan } from '../../lifecycle/plan.ts';
import { fullDate } from '../dates.ts';
import { shapes, titleOf } from './marks.ts';
import { width } from './measures.ts';
import type { PlacedMark } from './placed.ts';
import { round, type SvgElement, svg } from './svg.ts';
import { drawTip } from './tip.ts';

/** A mark that can be pointed at and reached by keyboard, and then says its date and name. */
export function drawMark({ event, sign, size, x, y }: PlacedMark, plan: Plan): SvgElement {
  const isPlanned = plan.facts.statusDate !== undefined && !plan.hasHappened(event.date);
  const date = `${fullDate(event.date)}${isPlanned ? ', planned' : ''}`;
  const name = titleOf(event);
  return svg(
    'g',
    {
      class: `mark ${sign} ${isPlanned ? 'planned' : 'past'}`,
      transform: `translate(${round(x)} ${round(y)})`,
      role: 'img',
      tabIndex: 0,
      'aria-label': `${date}: ${name}`,
    },
    svg('title', {}, `${date}: ${name}`),
    svg('circle', { class: 'target', r: 7.5 }),
    svg('path', { d: shapes[sign], transform: size === 'small' ? 'scale(0.75)' : undefined }),
    drawTip([date, name], { x, y }, width),
  );
}
