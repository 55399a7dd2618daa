import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { titleOf } from './src/lint/configuration.ts';
import { loadConfiguration } from './src/lint/configuration-file.ts';
import { packageFolder } from './src/lint/package-folder.ts';
import { makerToldFirst } from './src/site/build/maker-told-first.ts';
import { ownCodeBlocks } from './src/site/build/own-code-blocks.ts';
import { ownPackages } from './src/site/build/own-packages.ts';
import { ownPlaces } from './src/site/build/own-places.ts';
import { packageRoot } from './src/site/build/package-root.ts';
import { rehypeGuides } from './src/site/build/rehype-guides.ts';
import { scriptFiles } from './src/site/build/script-files.ts';
import { searchWhenOpened } from './src/site/build/search-when-opened.ts';
import { watchPlans } from './src/site/build/watch-plans.ts';
import { sidebar } from './src/site/sidebar.ts';

const { site: settings } = await loadConfiguration(process.cwd(), process.env.WAYPOST_CONFIG);
const { url, base = '/', editUrl } = settings;

// Astro marks guides with a directive of its own, and the bundler remarks on each of them.
const withoutDirectives = (level, log, report) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
};

// Starlight adds a sitemap unless one is there; without an address of the site it can only complain.
const noSitemap = { name: '@astrojs/sitemap', hooks: {} };

export default defineConfig({
  srcDir: join(packageFolder, 'src/site'),
  publicDir: join(packageFolder, 'src/site/public'),
  output: 'static',
  trailingSlash: 'always',
  // Otherwise a line break between a number and a date would leave no blank between them.
  compressHTML: true,
  base,
  ...(url && { site: url }),
  markdown: { processor: unified({ rehypePlugins: [[rehypeGuides, base]] }) },
  vite: {
    // No script goes into a page itself, however small it is.
    build: { assetsInlineLimit: 0, rolldownOptions: { onLog: withoutDirectives } },
    // Starlight and the plans' reader need different versions of it: each is bundled with its own.
    environments: { prerender: { resolve: { noExternal: ['js-yaml'] } } },
    plugins: [ownPlaces(), ownCodeBlocks(), scriptFiles(), searchWhenOpened(), watchPlans()],
  },
  integrations: [
    packageRoot(),
    makerToldFirst(settings),
    ownPackages(),
    ...(url ? [] : [noSitemap]),
    starlight({
      title: titleOf(settings),
      description:
        'Customers on their way from contract to go-live: plans, environments, evidence.',
      favicon: '/favicon.svg',
      logo: { src: './src/site/assets/waypost.svg', alt: '' },
      components: {
        Head: './src/site/components/Head.astro',
        PageTitle: './src/site/components/PageTitle.astro',
      },
      routeMiddleware: './src/site/route-data.ts',
      customCss: ['./src/site/styles/fonts.css', './src/site/styles/theme.css'],
      sidebar,
      ...(editUrl && { editLink: { baseUrl: editUrl } }),
      // Wrapped lines need no region to scroll in, of which a page would have several without a name.
      expressiveCode: { defaultProps: { wrap: true } },
      // A word of a rule's id would count as its whole title: titles count as text, see `search.ts`.
      pagefind: { ranking: { metaWeights: { title: 0 } } },
      credits: false,
      disable404Route: true,
    }),
  ],
});
