import type { APIRoute } from 'astro';
import { paperLine } from '../../paper-line.ts';
import { type PlanProps, planPaths } from '../../plan-paths.ts';

export const getStaticPaths = planPaths;

/** What the printed pages of a plan say below. */
export const GET: APIRoute<PlanProps> = ({ props }) =>
  new Response(paperLine(props.entry), { headers: { 'Content-Type': 'text/css' } });
