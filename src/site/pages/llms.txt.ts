/** What programs that read text find here. */
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { portfolio } from '../portfolio.ts';
import { llmsText } from '../twins/llms.ts';

interface Guide {
  readonly id: string;
  readonly data: {
    readonly title: string;
    readonly description?: string;
    readonly sidebar: { readonly order?: number };
  };
}

export const GET: APIRoute = async () => {
  const guides: Guide[] = await getCollection('docs');
  const listed = guides
    .toSorted(inSidebarOrder)
    .map(({ id, data }) => ({ ...data, address: `/${id}/` }));
  return new Response(llmsText(await portfolio(), listed), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

/** Those of a folder stand below those beside it. */
function inSidebarOrder(a: Guide, b: Guide): number {
  const depth = ({ id }: Guide) => id.split('/').length;
  const order = ({ data }: Guide) => data.sidebar.order ?? Number.MAX_SAFE_INTEGER;
  return depth(a) - depth(b) || order(a) - order(b);
}
