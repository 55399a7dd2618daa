import type { Root } from 'hast';
import { underBase } from '../links.ts';
import { elementsIn } from '../markup/elements.ts';
import { frameTables } from '../markup/tables.ts';
import { markTasks } from '../markup/tasks.ts';

/**
 * What guides need beyond Markdown: links from the root of the site get the base path, tables scroll
 * by themselves, and task lists are read out.
 *
 * @param base the path under which the site is served
 */
export function rehypeGuides(base: string) {
  return (root: Root): void => {
    for (const { properties } of elementsIn(root)) {
      if (typeof properties.href === 'string') properties.href = underBase(properties.href, base);
    }
    frameTables(root);
    markTasks(root);
  };
}
