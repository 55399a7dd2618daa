import type { PlanEvent } from '../../lifecycle/events.ts';
import { fullDate } from '../dates.ts';
import { titleOf } from './marks.ts';
import type { Sheet } from './sheet.ts';
import { fitted, sizes } from './text.ts';

/** The widest name of a milestone, in SVG units: less than half of the axis, so that it fits somewhere. */
const widest = 320;

/** Every milestone has its name beside it. */
export function placeMilestones(sheet: Sheet, events: readonly PlanEvent[]): void {
  for (const event of events) {
    const x = sheet.scale.x(event.date);
    // The date first: behind a name that is read from right to left, its parts would change places.
    const text = fitted(`${fullDate(event.date)} ${titleOf(event)}`, sizes.label, widest);
    const track = sheet.placeNamed(x - sheet.reach, x + sheet.reach, text);
    sheet.mark(event, sheet.middle(track));
  }
}
