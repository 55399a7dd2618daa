import { addDays } from '../lifecycle/dates.ts';
import type { Window } from '../schedule/temporal-network.ts';

/**
 * The day within a window that is nearest to a wanted one, a working day where the window has one.
 *
 * @param origin the day from which `wanted` and the window are counted, in days
 * @returns the days from the origin
 */
export function nearestWorkingDay(origin: string, wanted: number, window: Window): number {
  const { earliest, latest } = window;
  const nearest = Math.min(Math.max(wanted, earliest), latest);
  // Among seven days in a row some are working days; later ones come first, for work needs time.
  for (let distance = 0; distance < 7; distance++) {
    const days = [nearest + distance, nearest - distance].find(
      (day) => day >= earliest && day <= latest && isWorkingDay(addDays(origin, day)),
    );
    if (days !== undefined) return days;
  }
  return nearest;
}

/** Monday to Friday. Holidays differ from place to place, and are for the writer to know. */
export function isWorkingDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}
