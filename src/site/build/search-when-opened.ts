import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const standIn = fileURLToPath(new URL('../scripts/search-when-opened.ts', import.meta.url));

/** Lets Starlight load our stand-in for the search, and the stand-in the search itself. */
export function searchWhenOpened(): Plugin {
  let starlight: string | undefined;
  return {
    name: 'waypost:search-when-opened',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@pagefind\/default-ui$/ },
      handler(source, importer) {
        if (importer !== standIn) {
          starlight = importer;
          return standIn;
        }
        return this.resolve(source, starlight, { skipSelf: true });
      },
    },
  };
}
