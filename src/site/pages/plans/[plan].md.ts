/** A plan in Markdown. */
import type { APIRoute } from 'astro';
import { type PlanProps, planPaths } from '../../plan-paths.ts';
import { planMarkdown } from '../../twins/plan-markdown.ts';

export const getStaticPaths = planPaths;

export const GET: APIRoute<PlanProps> = async ({ props }) =>
  new Response(await planMarkdown(props.entry, props.address), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
