import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';

const frontmatter = docsSchema();
let known: ReturnType<typeof frontmatter> | undefined;

/** The guides, and words. Plans are no collection: nothing in them is compiled, see `portfolio.ts`. */
export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content/guides',
      pattern: '**/*.mdx',
      generateId: ({ entry }) => `guides/${entry.replace(/\.mdx$/, '')}`,
    }),
    // Made once: Starlight asks for it anew for each page, and needs longer to make it than to use it.
    schema: (context) => {
      known ??= frontmatter(context);
      return known;
    },
  }),
  // Of Starlight's own words, the ones that say something else here.
  i18n: defineCollection({
    loader: () => [{ id: 'en', 'tableOfContents.overview': 'Top' }],
    schema: i18nSchema(),
  }),
};
