import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { packageFolder } from '../../lint/package-folder.ts';

/**
 * Makes the folder of this package the root of the site, from which pages and packages are looked up.
 * Astro writes what it generates into `.astro` below the root that it begins with, and nothing tells it
 * another place: so it begins with a folder that is for that, and is told of its root only here.
 */
export function packageRoot(): AstroIntegration {
  return {
    name: 'waypost:package-root',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({ root: pathToFileURL(packageFolder) });
      },
    },
  };
}
