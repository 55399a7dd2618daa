/** The dates of one customer's plan, for calendar programs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { icsResponse } from '../../ics-response.ts';
import { isReadable, nameOf, portfolio, type ReadableEntry } from '../../portfolio.ts';

export const getStaticPaths = (async () => {
  const { entries } = await portfolio();
  return entries
    .filter(isReadable)
    .map((entry) => ({ params: { plan: entry.slug }, props: { entry } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: ReadableEntry }> = ({ props: { entry }, site }) =>
  icsResponse(`Onboarding of ${nameOf(entry)}`, [entry], site);
