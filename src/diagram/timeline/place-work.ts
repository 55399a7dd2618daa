import type { PlanEvent } from '../../lifecycle/events.ts';
import type { Lane, Span } from './lanes.ts';
import { type Sheet, widestName } from './sheet.ts';
import { fitted, sizes } from './text.ts';

const barHeight = 6;

/** Work in bars with their names beside them, and its own events on it; all others stand below. */
export function placeWork(sheet: Sheet, { spans, events }: Lane): void {
  const placed = new Set(
    spans.flatMap((span) => {
      const own = events.filter(({ moment }) => moment.record === span.record);
      return placeSpan(sheet, span, own);
    }),
  );
  sheet.closeTracks();
  sheet.placeMarks(events.filter((event) => !placed.has(event)));
}

/** @returns the events that have found room on the bar: those that would cover another one have not */
function placeSpan(sheet: Sheet, span: Span, events: readonly PlanEvent[]): PlanEvent[] {
  const { scale, reach } = sheet;
  const [from, to] = [scale.x(span.from), span.to === undefined ? scale.right : scale.x(span.to)];
  const places = events.map(({ date }) => scale.x(date));
  const left = Math.min(from, ...places) - reach;
  const right = Math.max(to, ...places) + reach;
  const track = sheet.placeNamed(left, right, fitted(span.name, sizes.label, widestName));
  const middle = sheet.middle(track);
  sheet.bar(span, middle - barHeight / 2, barHeight);

  let free = left;
  return events.filter((event) => {
    const x = scale.x(event.date);
    if (x - reach < free) return false;
    free = x + reach;
    sheet.mark(event, middle);
    return true;
  });
}
