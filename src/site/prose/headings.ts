import type { Root } from 'hast';
import { proseAnchor } from '../../lifecycle/plan-page.ts';
import { headingSlugs } from '../../source/slugs.ts';
import { elementsIn, textOf } from '../markup/elements.ts';

/** A heading of the prose, for the page's table of contents. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/**
 * Puts the headings of prose below the section they stand in and gives them ids. Links within the
 * prose, such as `#open-questions`, follow them.
 *
 * @param root changed in place
 * @returns the headings in order
 */
export function settleHeadings(root: Root): Heading[] {
  const elements = [...elementsIn(root)].filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const texts = elements.map(textOf);
  const slugs = headingSlugs(texts);
  const headings = elements.map((element, index) => {
    const depth = depthInSection(Number(element.tagName.slice(1)));
    const slug = proseAnchor(slugs[index] ?? '');
    element.tagName = `h${depth}`;
    element.properties.id = slug;
    return { depth, slug, text: texts[index] ?? '' };
  });
  followHeadings(root, new Set(headings.map(({ slug }) => slug)));
  return headings;
}

/** How deep a heading of prose is once it stands below that of its section. */
export function depthInSection(depth: number): 3 | 4 | 5 | 6 {
  return Math.min(Math.max(depth + 1, 3), 6) as 3 | 4 | 5 | 6;
}

function followHeadings(root: Root, slugs: ReadonlySet<string>): void {
  for (const { properties } of elementsIn(root)) {
    const { href } = properties;
    if (typeof href !== 'string' || !href.startsWith('#')) continue;
    const target = proseAnchor(href.slice(1));
    if (slugs.has(target)) properties.href = `#${target}`;
  }
}
