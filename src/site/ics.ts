import { createHash } from 'node:crypto';
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { fullDate } from '../diagram/dates.ts';
import { titleOf } from '../diagram/timeline/index.ts';
import { visibleText } from '../diagram/visible-text.ts';
import { daysBetween } from '../lifecycle/dates.ts';
import { eventsOf, factOf, type PlanEvent } from '../lifecycle/events.ts';
import { label } from './format/labels.ts';
import { isPlanned } from './planned.ts';
import type { ReadableEntry } from './portfolio.ts';

/** The day of what nobody has dated, and the day that status dates are counted from. */
const epoch = '1970-01-01';

/**
 * Plans as a calendar file: every date an all-day event, in no time zone. The same plans always give
 * the same file. An event whose date is moved is still the same event.
 *
 * @param name what calendar programs call it
 * @param urlOf the address of a plan's page; undefined where nobody knows where the site is
 */
export function icsOf(
  name: string,
  entries: readonly ReadableEntry[],
  urlOf: (entry: ReadableEntry) => string | undefined,
): string {
  const calendar = ical({
    prodId: { company: 'Waypost', product: 'Waypost', language: 'EN' },
    // Of all that is written into the file, this alone is not escaped.
    name: visibleText(name).replace(/[\\;,]/g, '\\$&'),
  });
  for (const entry of entries) {
    const { plan, slug } = entry;
    const statusDate = plan.facts.statusDate ?? epoch;
    for (const event of eventsOf(plan)) {
      const planned = isPlanned(plan, event.date);
      calendar.createEvent({
        id: uidOf(slug, event),
        // Programs take over a moved date only from a later version of the event.
        sequence: Math.max(daysBetween(epoch, statusDate), 0),
        stamp: `${statusDate}T00:00:00Z`,
        start: event.date,
        allDay: true,
        summary: `${visibleText(plan.customer)}: ${titleOf(event)}`,
        description: stateInWords(entry, planned),
        categories: [{ name: label(event.kind) }],
        status: planned ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
        transparency: ICalEventTransparency.TRANSPARENT,
        url: urlOf(entry) ?? null,
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

function uidOf(slug: string, event: PlanEvent): string {
  const fact = JSON.stringify([slug, ...factOf(event)]);
  return `${createHash('sha256').update(fact).digest('hex').slice(0, 32)}@waypost`;
}

function stateInWords({ plan }: ReadableEntry, planned: boolean): string {
  const { statusDate } = plan.facts;
  if (statusDate === undefined) return 'The plan does not say when it was last true.';
  const day = fullDate(statusDate);
  return planned
    ? `Planned, as the plan said on ${day}, its status date.`
    : `Has happened, as the plan said on ${day}, its status date.`;
}
