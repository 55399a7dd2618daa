import { icsOf } from './ics.ts';
import { planHref } from './links.ts';
import type { ReadableEntry } from './portfolio.ts';

/** Answers with a calendar file. */
export function icsResponse(
  name: string,
  entries: readonly ReadableEntry[],
  site: URL | undefined,
): Response {
  const text = icsOf(name, entries, ({ slug }) => site && new URL(planHref(slug), site).href);
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
