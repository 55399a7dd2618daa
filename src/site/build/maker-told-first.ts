import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '../../../schemas/configuration.ts';
import { madeBy } from '../kept/made-by.ts';

/**
 * Tells the pages by what they are made, before any of it is read: what is changed while they are made,
 * is not what all of them were made by, and then none are kept.
 */
export function makerToldFirst(site: Partial<SiteSettings>): AstroIntegration {
  return {
    name: 'waypost:maker-told-first',
    hooks: {
      'astro:config:setup'({ command }) {
        if (command !== 'build') return;
        try {
          process.env.WAYPOST_MADE_BY = madeBy(site);
        } catch {
          // It cannot be told later either, and nothing is kept.
        }
      },
    },
  };
}
