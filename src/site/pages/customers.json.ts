/** The names of all customers, for those who look for one of them; see `scripts/find-customer.ts`. */
import type { APIRoute } from 'astro';
import { listedPhaseOf } from '../customer-lists.ts';
import { planHref } from '../links.ts';
import { nameOf, portfolio } from '../portfolio.ts';

export const GET: APIRoute = async () => {
  const { entries } = await portfolio();
  return Response.json(
    entries.map((entry) => [nameOf(entry), planHref(entry.slug), listedPhaseOf(entry).name]),
  );
};
