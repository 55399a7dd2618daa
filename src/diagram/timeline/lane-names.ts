import type { Plan } from '../../lifecycle/plan.ts';
import { axisHeight } from './axis.ts';
import { bottomOf, placeLanes } from './layout.ts';
import { namesWidth, statusRow, width } from './measures.ts';
import type { PlacedLane } from './placed.ts';
import { type SvgElement, svg } from './svg.ts';
import { fitted, sizes } from './text.ts';
import { timelineScale } from './timeline-scale.ts';

/** The names of the lanes once more, on a ground of their own, to lie over the drawing while it moves. */
export function drawLaneNames(plan: Plan): SvgElement | undefined {
  const scale = timelineScale(plan);
  if (!scale) return undefined;
  const lanes = placeLanes(plan, scale, statusRow + axisHeight);
  const height = bottomOf(lanes, 0);
  return svg(
    'svg',
    {
      class: 'wp-timeline-names',
      viewBox: `0 0 ${namesWidth} ${height}`,
      width: namesWidth,
      height,
      'aria-hidden': 'true',
    },
    svg('rect', { class: 'ground', x: 0, y: 0, width: namesWidth, height }),
    drawGrid(lanes, namesWidth),
    drawNames(lanes),
  );
}

/** The names of the lanes, and below them the states of environments. */
export function drawNames(lanes: readonly PlacedLane[]): SvgElement {
  return svg(
    'g',
    { class: 'names' },
    lanes.map(({ lane, top }) => [
      svg('text', { class: 'name', x: 2, y: top + 17 }, fitted(lane.name, sizes.name, namesWidth)),
      lane.note && svg('text', { class: 'note', x: 2, y: top + 31 }, lane.note),
    ]),
  );
}

/** The lines between the lanes. */
export function drawGrid(lanes: readonly PlacedLane[], right = width): SvgElement {
  return svg(
    'g',
    { class: 'grid', 'aria-hidden': 'true' },
    lanes.map(({ top }) => svg('line', { x1: 0, x2: right, y1: top, y2: top })),
  );
}
