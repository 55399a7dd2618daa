/** What the plans' JSON says, key by key. */
import type { APIRoute } from 'astro';
import { planTwinSchema } from '../../../../schemas/twin/plan.ts';

export const GET: APIRoute = () =>
  new Response(planTwinSchema(), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
