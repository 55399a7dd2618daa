import type { Plan } from '../../lifecycle/plan.ts';
import { visibleText } from '../visible-text.ts';
import { drawLaneNames } from './lane-names.ts';
import { html, write } from './svg.ts';
import { drawTimeline, type TimelineOptions } from './timeline-svg.ts';

/**
 * The timeline in a frame of the page. Where the frame is narrower than the drawing, the drawing moves
 * sideways in it, and the names of its lanes stay.
 *
 * @returns HTML
 * @throws {RangeError} when the prefix is not fit for ids
 */
export function timelineFigure(plan: Plan, options: TimelineOptions = {}): string {
  const label = `Timeline of ${visibleText(plan.customer)}`;
  return write(
    html(
      'div',
      { class: 'wp-timeline-frame' },
      html(
        'div',
        { class: 'wp-timeline-scroll', role: 'region', 'aria-label': label },
        drawTimeline(plan, options),
      ),
      drawLaneNames(plan),
    ),
  );
}
