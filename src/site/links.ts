/** Addresses of the site's own pages, under whatever path the site is served. */

import { guideOf, type KindId } from '../lifecycle/kinds.ts';

/**
 * Puts the base path in front of an address from the root of the site; other addresses stay.
 *
 * @param href an address such as `/rules/`
 * @param base the path under which the site is served
 */
export function underBase(href: string, base: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  return base.replace(/\/+$/, '') + href;
}

/** The address of a page of this site, written from its root: `/rules/`. */
export function href(path: string): string {
  return underBase(path, import.meta.env.BASE_URL);
}

/** The address of a customer's plan. */
export function planHref(id: string): string {
  return href(`/plans/${encodeURIComponent(id)}/`);
}

/** The address of a plan's dates as a calendar file. */
export function planCalendarHref(id: string): string {
  return href(`/plans/${encodeURIComponent(id)}.ics`);
}

/** The address of the calendar of a month, `2026-07`; of what comes next where none is given. */
export function calendarHref(month?: string): string {
  return href(month === undefined ? '/calendar/' : `/calendar/${month}/`);
}

/** The address of a customer's own guide. */
export function customerGuideHref(id: string): string {
  return `${planHref(id)}guide/`;
}

/** The address of the guide to a kind of environment. */
export function guideHref(kind: KindId): string {
  return href(guideOf(kind));
}
