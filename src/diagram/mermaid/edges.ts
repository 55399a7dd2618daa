/** Sizes of arrow heads for thin and for thick lines, in SVG units. */
export const ARROW = 11;
export const THICK_ARROW = 16;
/** Mermaid ends a line this far before the box; the head must bridge it. */
export const GAP = 4;

/**
 * Gives every edge and its label the kind of the edge as a class, and an arrow head that suits its line.
 *
 * Mermaid has classes for boxes but not for edges, so the kind is read from the id that the author gave the edge:
 * `promotion@==>` and `by_hand2@-.->` have the classes `promotion` and `by-hand`.
 *
 * @param root - the SVG, changed in place.
 */
export function finishEdges(root: Element): void {
  // An edge that is only there to place boxes ("~~~") has nothing to show.
  for (const edge of root.querySelectorAll('.edge-thickness-invisible')) edge.remove();
  for (const edge of root.querySelectorAll('.edgePaths path[data-id]')) addKind(edge, edge);
  for (const label of root.querySelectorAll('.edgeLabel > .label[data-id]')) {
    if (label.parentElement !== null) addKind(label.parentElement, label);
  }
  finishArrows(root);
}

function addKind(target: Element, named: Element): void {
  const kind = /^([a-z][a-z_]*?)_?\d*$/.exec(named.getAttribute('data-id') ?? '')?.[1];
  if (kind !== undefined) target.classList.add(kind.replaceAll('_', '-'));
}

// Mermaid brings a dozen heads, most of them unused, and one size for all lines.
function finishArrows(root: Element): void {
  const needed = new Set<string>();
  for (const edge of root.querySelectorAll('[marker-end], [marker-start]')) {
    for (const end of ['marker-end', 'marker-start']) {
      const marker = markerOf(root, edge.getAttribute(end));
      if (marker === undefined) continue;
      const fitting = edge.classList.contains('edge-thickness-thick') ? thick(marker) : marker;
      edge.setAttribute(end, `url(#${fitting.id})`);
      needed.add(fitting.id);
    }
  }
  for (const marker of root.querySelectorAll('marker')) {
    if (!needed.has(marker.id)) marker.remove();
    else if (/pointEnd$/.test(marker.id)) resize(marker, ARROW);
    else if (/pointEnd-thick$/.test(marker.id)) resize(marker, THICK_ARROW);
  }
}

function markerOf(root: Element, reference: string | null): Element | undefined {
  const id = /#([^"')]+)/.exec(reference ?? '')?.[1];
  return [...root.querySelectorAll('marker')].find((marker) => marker.id === id);
}

function thick(marker: Element): Element {
  const id = `${marker.id}-thick`;
  const existing = marker.ownerDocument.getElementById(id);
  if (existing !== null) return existing;
  const copy = marker.ownerDocument.importNode(marker, true);
  copy.id = id;
  marker.after(copy);
  return copy;
}

function resize(marker: Element, size: number): void {
  marker.setAttribute('markerWidth', String(size));
  marker.setAttribute('markerHeight', String(size));
  // The head is drawn in a square of ten; its tip shall lie on the border of the box.
  marker.setAttribute('refX', String(10 - (GAP / size) * 10));
}
