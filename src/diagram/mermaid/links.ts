const HARMLESS = new Set(['http:', 'https:', 'mailto:']);
// Any base will do: it only serves to tell relative addresses from ones with a scheme.
const BASE = 'https://waypost.invalid/';

/**
 * Keeps links that lead somewhere harmless, and puts mermaid's tooltip before their name, since "Main" alone says too
 * little to one who hears the links one by one; unwraps the rest.
 *
 * @param root - the SVG, changed in place.
 */
export function finishLinks(root: Element): void {
  for (const link of root.querySelectorAll('a')) {
    // Mermaid writes `xlink:href` in some diagrams, which HTML reads as a name with a colon.
    const href = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
    if (!isHarmless(href)) {
      unlink(link);
      continue;
    }
    link.setAttribute('href', href);
    const tooltip = link.querySelector('[title]')?.getAttribute('title');
    if (tooltip) link.setAttribute('aria-label', nameOf(link, tooltip));
  }
}

// The name must have the text in it that can be seen: it is what people say who steer by voice.
function nameOf(link: Element, tooltip: string): string {
  const seen = (link.textContent ?? '').trim();
  return tooltip.includes(seen) ? tooltip : `${tooltip}: ${seen}`;
}

function isHarmless(href: string): boolean {
  if (href === '' || !URL.canParse(href, BASE)) return false;
  return HARMLESS.has(new URL(href, BASE).protocol);
}

function unlink(link: Element): void {
  const group = link.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
  const place = link.getAttribute('transform');
  if (place !== null) group.setAttribute('transform', place);
  group.append(...link.childNodes);
  link.replaceWith(group);
}
