import type { Plan } from '../../lifecycle/plan.ts';
import { fullDate } from '../dates.ts';
import { visibleText } from '../visible-text.ts';
import { axisHeight, drawAxisLabels, drawAxisLines } from './axis.ts';
import { drawBar } from './bars.ts';
import { drawGoLive, drawStatus } from './days.ts';
import { drawMark } from './draw-mark.ts';
import { drawGrid, drawNames } from './lane-names.ts';
import { bottomOf, placeLanes } from './layout.ts';
import { drawLegend } from './legend.ts';
import { statusRow, width } from './measures.ts';
import type { Scale } from './scale.ts';
import { type SvgChild, type SvgElement, svg, write } from './svg.ts';
import { timelineScale } from './timeline-scale.ts';

/** What a timeline needs besides its plan. */
export interface TimelineOptions {
  /** Prefix of the ids in the drawing: unique on the page; letters first, then also digits, `-`, `_`. */
  readonly idPrefix?: string;
}

/**
 * Draws a plan's dates: a lane for each environment and each kind of work, and a line at the status
 * date. It has classes and no colours: `timeline.css` gives it its look. Same plan, same bytes.
 *
 * @returns an `<svg>`, to be put into an HTML page as it is
 * @throws {RangeError} when the prefix is not fit for ids
 */
export function timelineSvg(plan: Plan, options: TimelineOptions = {}): string {
  return write(drawTimeline(plan, options));
}

/** The same, to be put into something else. */
export function drawTimeline(
  plan: Plan,
  { idPrefix = 'timeline' }: TimelineOptions = {},
): SvgElement {
  if (!/^[A-Za-z][\w-]*$/.test(idPrefix)) throw new RangeError(`"${idPrefix}" cannot begin an id`);
  const scale = timelineScale(plan);
  const title = `Timeline of ${visibleText(plan.customer)}`;
  if (!scale) return drawEmpty(title, idPrefix);

  const hatching = `url(#${idPrefix}-hatching)`;
  const { statusDate } = plan.facts;
  const top = statusRow + axisHeight;
  const lanes = placeLanes(plan, scale, top);
  const bottom = bottomOf(lanes, top);
  const legend = drawLegend(lanes, { top: bottom + 6, width, hatching });
  const bars = { scale, statusDate, hatching };
  return frame(
    { title, description: describe(plan, scale), idPrefix, height: bottom + 6 + legend.height },
    svg('defs', {}, hatchingPattern(idPrefix)),
    drawGrid(lanes),
    drawAxisLines(scale, statusRow, bottom),
    drawGoLive(plan, scale, { top, bottom }),
    drawStatus(statusDate, scale, bottom),
    drawAxisLabels(scale, statusRow),
    drawNames(lanes),
    legend.element,
    lanes.map((lane) =>
      svg(
        'g',
        { class: ['lane', lane.lane.kind, ...lane.lane.classes].join(' ') },
        lane.bars.map((bar) => drawBar(bar, bars)),
        lane.labels.map(({ text, x, y, anchor }) =>
          svg('text', { class: 'label', x, y: y + 4, 'text-anchor': anchor }, text),
        ),
        lane.marks.toSorted((a, b) => a.y - b.y || a.x - b.x).map((mark) => drawMark(mark, plan)),
      ),
    ),
  );
}

function hatchingPattern(idPrefix: string): SvgElement {
  return svg(
    'pattern',
    {
      id: `${idPrefix}-hatching`,
      patternUnits: 'userSpaceOnUse',
      width: 5,
      height: 5,
      patternTransform: 'rotate(45)',
    },
    svg('line', { class: 'hatching', x1: 1, x2: 1, y1: 0, y2: 5 }),
  );
}

function describe(plan: Plan, scale: Scale): string {
  const { statusDate, contractSigned, goLive } = plan.facts;
  return [
    `From ${fullDate(scale.start)} to ${fullDate(scale.end)}.`,
    ...(statusDate === undefined ? [] : [`The plan was last true on ${fullDate(statusDate)}.`]),
    ...(contractSigned === undefined ? [] : [`Contract signed: ${fullDate(contractSigned)}.`]),
    ...(goLive === undefined ? [] : [`Go-live: ${fullDate(goLive)}.`]),
    'The table of events says the same.',
  ].join(' ');
}

function drawEmpty(title: string, idPrefix: string): SvgElement {
  const text = svg('text', { class: 'name', x: 2, y: 22 }, 'This plan has no dates yet.');
  return frame({ title, description: 'This plan has no dates yet.', idPrefix, height: 32 }, text);
}

function frame(
  about: { title: string; description: string; idPrefix: string; height: number },
  ...content: SvgChild[]
): SvgElement {
  const { title, description, idPrefix } = about;
  const height = Math.ceil(about.height);
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id: idPrefix,
      class: 'wp-timeline',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-labelledby': `${idPrefix}-title`,
      'aria-describedby': `${idPrefix}-description`,
    },
    svg('title', { id: `${idPrefix}-title` }, title),
    svg('desc', { id: `${idPrefix}-description` }, description),
    ...content,
  );
}
