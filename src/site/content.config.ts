import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

/** The guides, and words. Plans are no collection: nothing in them is compiled, see `portfolio.ts`. */
export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content/guides',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => `guides/${entry.replace(/\.mdx$/, '')}`,
    }),
    schema: docsSchema(),
  }),
  // Of Starlight's own words, the ones that say something else here.
  i18n: defineCollection({
    loader: () => [{ id: 'en', 'tableOfContents.overview': 'Top' }],
    schema: i18nSchema(),
  }),
};
