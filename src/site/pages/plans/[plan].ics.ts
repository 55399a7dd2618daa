/** The dates of one customer's plan, for calendar programs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { icsResponse } from '../../ics-response.ts';
import { planPaths } from '../../plan-paths.ts';
import { isReadable, nameOf, type ReadableEntry } from '../../portfolio.ts';

export const getStaticPaths = (async () => {
  const paths = await planPaths();
  return paths.filter(({ props }) => isReadable(props.entry));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: ReadableEntry }> = ({ props: { entry }, site }) =>
  icsResponse(`Onboarding of ${nameOf(entry)}`, [entry], site);
