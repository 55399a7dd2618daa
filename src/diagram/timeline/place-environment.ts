import type { PlanEvent } from '../../lifecycle/events.ts';
import { fullDate } from '../dates.ts';
import type { Lane, Span } from './lanes.ts';
import type { PlacedBar } from './placed.ts';
import { gap, type Sheet } from './sheet.ts';
import { sizes, widthOf } from './text.ts';

const single = 12;
const half = 8;
const between = 1.5;

/**
 * The life of an environment: a bar, or one for Main above one for Test, with the marks of beginning
 * and end on it. Whatever else happens stands below.
 */
export function placeEnvironment(sheet: Sheet, { spans, events }: Lane): void {
  const height = spans.length > 1 ? half : single;
  for (const [index, span] of spans.entries()) {
    sheet.bar(span, sheet.top + index * (height + between), height);
  }
  nameEnds(sheet);
  const others = events.filter((event) => {
    const bars = barsEndedBy(sheet, event);
    if (bars.length > 0) sheet.mark(event, middleOf(bars));
    return bars.length === 0;
  });
  sheet.top += spans.length * (height + between) + (spans.length > 0 ? gap : 0);
  sheet.placeMarks(others);
}

/** The dates of beginning and end beside the bars, where there is room. */
function nameEnds(sheet: Sheet): void {
  const { bars, scale } = sheet;
  const [first] = bars;
  if (!first) return;
  const y = middleOf(bars);
  const starts = [...new Set(bars.map(({ span }) => span.from))].sort();
  const start = starts.map(fullDate).join(' / ');
  const startX = scale.x(starts[0] ?? first.span.from) - sheet.reach - gap;
  if (startX - widthOf(start, sizes.label) >= scale.left) sheet.label(start, startX, y, 'end');
  const { to, isPromoted } = first.span;
  if (to === undefined) return;
  const endX = scale.x(to) + sheet.reach + gap;
  const end = [...(isPromoted ? [`${fullDate(to)}, promoted`] : []), fullDate(to)].find(
    (text) => endX + widthOf(text, sizes.label) <= scale.right,
  );
  if (end !== undefined) sheet.label(end, endX, y, 'start');
}

/** The bars that an event begins or ends. */
function barsEndedBy({ bars, words }: Sheet, event: PlanEvent): PlacedBar[] {
  const sign = words.signOf(event);
  const isAtEnd = ({ from, to, record }: Span) =>
    sign === 'end'
      ? to === event.date
      : sign === 'creation' && from === event.date && record === event.moment.record;
  return bars.filter(({ span }) => isAtEnd(span));
}

function middleOf(bars: readonly PlacedBar[]): number {
  return bars.reduce((sum, { y, height }) => sum + y + height / 2, 0) / bars.length;
}
