/** A plan for programs. */
import type { APIRoute } from 'astro';
import { type PlanProps, planPaths } from '../../plan-paths.ts';
import { planJson } from '../../twins/plan-json.ts';

export const getStaticPaths = planPaths;

export const GET: APIRoute<PlanProps> = ({ props }) =>
  new Response(planJson(props.entry, props.address), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
