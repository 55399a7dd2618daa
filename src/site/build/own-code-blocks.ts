import type { Plugin } from 'vite';

/**
 * Keeps code blocks from being set by `ec.config.mjs` in the folder of the plans, which Expressive Code
 * would bundle with the pages: what a pull request brings in does not run. Without that file it has
 * settings of its own, and is told so where it asks.
 */
export function ownCodeBlocks(): Plugin {
  return {
    name: 'waypost:own-code-blocks',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^virtual:astro-expressive-code\/ec-config$/ },
      handler: (id) => `\0${id}`,
    },
  };
}
