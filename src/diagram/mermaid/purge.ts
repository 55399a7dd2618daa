import { round } from './svg.ts';

const ELEMENTS = new Set(
  'svg title desc defs marker g a rect circle ellipse line path polygon polyline text tspan'.split(
    ' ',
  ),
);

const ATTRIBUTES = new Set(
  (
    'id class role aria-label aria-labelledby aria-describedby href transform viewBox width height ' +
    'font-size x y dx dy x1 y1 x2 y2 cx cy r rx ry d points text-anchor marker-start marker-end ' +
    'refX refY markerUnits markerWidth markerHeight orient'
  ).split(' '),
);

const GEOMETRY = new Set(
  'viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform'.split(' '),
);

// Classes that say nothing, or what every edge or box is anyway.
const NOISE = new Set(
  'default basic label-container edge-thickness-normal edge-pattern-solid flowchart-v2 rough-node'.split(
    ' ',
  ),
);

/**
 * Removes all that is not needed to draw: scripts, styles, HTML, data, ids that nothing refers to. A list of what may
 * stay, not of what must go, so that nothing slips in with the next mermaid.
 *
 * @param root - the SVG, changed in place.
 */
export function keepOnlyKnown(root: Element): void {
  // Inmost first: a group may become empty by what it loses.
  for (const element of [...root.querySelectorAll('*')].reverse()) {
    if (!ELEMENTS.has(element.localName) || isEmpty(element)) element.remove();
  }
  const referred = referredIds(root);
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (!ATTRIBUTES.has(name) || value === '') element.removeAttribute(name);
      else if (name === 'id' && !referred.has(value)) element.removeAttribute(name);
      else if (GEOMETRY.has(name)) element.setAttribute(name, rounded(value));
    }
    keepTellingClasses(element);
  }
}

// Mermaid leaves rectangles without a size behind, groups without content, and labels without text.
function isEmpty(element: Element): boolean {
  if (element.localName === 'rect') return !element.hasAttribute('width');
  const holdsOthers = ['g', 'defs', 'text'].includes(element.localName);
  return holdsOthers && element.children.length === 0 && element.textContent?.trim() === '';
}

function referredIds(root: Element): Set<string> {
  const ids = new Set<string>();
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      for (const id of element.getAttribute(name)?.split(' ') ?? []) ids.add(id);
    }
    for (const name of ['marker-start', 'marker-end']) {
      const id = /#([^")']+)/.exec(element.getAttribute(name) ?? '')?.[1];
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

function rounded(geometry: string): string {
  return geometry.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(round(Number(number))));
}

function keepTellingClasses(element: Element): void {
  const telling = [...element.classList].filter((name) => !NOISE.has(name));
  if (telling.length === 0) element.removeAttribute('class');
  else element.setAttribute('class', [...new Set(telling)].join(' '));
}
