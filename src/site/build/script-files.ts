import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { emitClientAsset } from 'astro/assets/utils';
import type { Plugin } from 'vite';

const inlineScript = /<script is:inline(?![^>]*\ssrc=)([^>]*)>(.*?)<\/script>/gs;

/**
 * Makes files of the scripts that Starlight writes into its pages, since the pages' policy allows no
 * script in a page. The theme is still set before anything is painted; the others run once the page
 * is there, since a page that waits for them in its middle is painted in parts, and jumps.
 */
export function scriptFiles(): Plugin {
  let base = '/';
  return {
    name: 'waypost:script-files',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    load: {
      filter: { id: /\/@astrojs\/starlight\/.*\.astro$/ },
      async handler(id) {
        const component = await readFile(id, 'utf8');
        const name = basename(id, '.astro');
        return component.replace(inlineScript, (_, attributes: string, source: string) => {
          const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
          const fileName = `_astro/${name}.${hash}.js`;
          emitClientAsset(this, { type: 'asset', fileName, source });
          const when = name === 'ThemeProvider' ? '' : ' defer';
          return `<script is:inline src="${base}${fileName}"${when}${attributes}></script>`;
        });
      },
    },
  };
}
