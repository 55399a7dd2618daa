import type { JSDOM } from 'jsdom';
import type { DiagramKind } from './check.ts';
import { finishEdges } from './edges.ts';
import { unshield } from './escape.ts';
import { typesetLabels } from './labels.ts';
import { finishLinks } from './links.ts';
import { keepOnlyKnown } from './purge.ts';
import { mendRoutes } from './routes.ts';
import { finishShapes } from './shapes.ts';

/** What the finishing needs to know of a drawing. */
export interface Drawing {
  id: string;
  kind: DiagramKind;
  /** A full DOM, to parse and write with. */
  window: JSDOM['window'];
}

/**
 * Turns mermaid's SVG into ours: labels set anew on exact lines, corners and rings, lines that end
 * square to their boxes, classes in place of styles, and
 * nothing in it but what a drawing needs.
 *
 * @param svg - what mermaid returned.
 * @param drawing - its id and kind, and the DOM to work with.
 * @returns the SVG as text.
 */
export function finish(svg: string, { id, kind, window }: Drawing): string {
  const parsed = new window.DOMParser().parseFromString(svg, 'text/html');
  const root = parsed.querySelector('svg');
  if (root === null) throw new Error('mermaid returned no SVG');

  unshieldAll(root);
  finishEdges(root);
  finishShapes(root);
  typesetLabels(root);
  mendRoutes(root);
  finishLinks(root);
  keepOnlyKnown(root);
  root.setAttribute('class', `wp-diagram wp-diagram-${kind}`);
  describe(root, id);
  return new window.XMLSerializer().serializeToString(root);
}

function unshieldAll(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = unshield(attribute.value);
    if (element.children.length === 0) element.textContent = unshield(element.textContent ?? '');
  }
}

// An image is read out as its title and description; one with links must let the reader in.
function describe(root: Element, id: string): void {
  const hasLinks = root.querySelector('a[href]') !== null;
  root.setAttribute('role', hasLinks ? 'group' : 'img');
  root.setAttribute('id', id);
  if (!root.hasAttribute('aria-labelledby')) root.setAttribute('aria-label', 'Diagram');
}
