import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { searchHead } from './search.ts';

/** Guides are Markdown, and cannot say themselves what they are. */
export const onRequest = defineRouteMiddleware(({ locals }) => {
  const { id, head } = locals.starlightRoute;
  if (id.startsWith('guides/')) head.push(...searchHead({ Kind: 'Guide' }));
});
