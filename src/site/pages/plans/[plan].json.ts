/** A plan for programs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Entry, portfolio } from '../../portfolio.ts';
import { planJson } from '../../twins/plan-json.ts';

export const getStaticPaths = (async () => {
  const { entries, address } = await portfolio();
  return entries.map((entry) => ({ params: { plan: entry.slug }, props: { entry, address } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Entry; address: string }> = ({ props }) =>
  new Response(planJson(props.entry, props.address), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
