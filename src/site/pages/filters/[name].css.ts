import type { APIRoute, GetStaticPaths } from 'astro';
import { type FilterName, filters, stylesOf } from '../../filters.ts';

export const getStaticPaths = (() =>
  Object.keys(filters).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

/** The styles of a filter. A file, since the pages' policy allows no styles in a page. */
export const GET: APIRoute = ({ params }) =>
  new Response(stylesOf(params.name as FilterName), { headers: { 'Content-Type': 'text/css' } });
