import type { APIRoute, GetStaticPaths } from 'astro';
import { paperLine } from '../../paper-line.ts';
import { type Entry, portfolio } from '../../portfolio.ts';

export const getStaticPaths = (async () => {
  const { entries } = await portfolio();
  return entries.map((entry) => ({ params: { plan: entry.slug }, props: { entry } }));
}) satisfies GetStaticPaths;

/** What the printed pages of a plan say below. */
export const GET: APIRoute<{ entry: Entry }> = ({ props }) =>
  new Response(paperLine(props.entry), { headers: { 'Content-Type': 'text/css' } });
