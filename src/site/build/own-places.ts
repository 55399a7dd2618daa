import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { packageFolder } from '../../lint/package-folder.ts';

const ownPlace = /\bimport\.meta\.(url|dirname)\b/g;
const home = pathToFileURL(packageFolder).href;

/**
 * Lets our modules know where they are. Pages are bundled into the folder of the site, where nothing
 * is beside them: neither the files of this package nor the packages that it needs.
 */
export function ownPlaces(): Plugin {
  return {
    name: 'waypost:own-places',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts$/, code: ownPlace },
      handler(code, id) {
        const place = pathToFileURL(id).href;
        if (!place.startsWith(home)) return;
        const told = { url: place, dirname: dirname(id) };
        const replaced = code.replaceAll(ownPlace, (_, part: keyof typeof told) =>
          JSON.stringify(told[part]),
        );
        return { code: replaced, map: null };
      },
    },
  };
}
