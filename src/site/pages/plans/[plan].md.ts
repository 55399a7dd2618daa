/** A plan in Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Entry, portfolio } from '../../portfolio.ts';
import { planMarkdown } from '../../twins/plan-markdown.ts';

export const getStaticPaths = (async () => {
  const { entries, address } = await portfolio();
  return entries.map((entry) => ({ params: { plan: entry.slug }, props: { entry, address } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: Entry; address: string }> = async ({ props }) =>
  new Response(await planMarkdown(props.entry, props.address), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
