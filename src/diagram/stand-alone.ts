import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** The drawings that there are a look for; each file is what the site shows them with. */
type Look = 'diagram' | 'timeline';

/**
 * Makes a file of its own of a drawing that was made for a page: with its colors, on paper, and without
 * links to parts of the page. Browsers show it, and what shows SVG as they do.
 *
 * @param svg the drawing as it is put into a page
 * @param look which drawing it is
 * @returns well-formed XML
 */
export function standAlone(svg: string, look: Look): string {
  const { window } = new JSDOM(svg);
  const { document } = window;
  const root = document.querySelector('svg');
  if (!root) throw new Error('There is no drawing to make a file of');
  for (const link of root.querySelectorAll('a[href^="#"]')) unlink(link);
  const style = document.createElementNS(root.namespaceURI, 'style');
  style.textContent = `${styles(look)}\n:root { background: var(--wp-${look}-paper); }\n`;
  root.prepend(style);
  return `${new window.XMLSerializer().serializeToString(root)}\n`;
}

/** Leaves a link to a part of the page what it is for the eye: a group in its place. */
function unlink(link: Element): void {
  const group = link.ownerDocument.createElementNS(link.namespaceURI, 'g');
  const transform = link.getAttribute('transform');
  if (transform !== null) group.setAttribute('transform', transform);
  group.append(...link.childNodes);
  link.replaceWith(group);
}

function styles(look: Look): string {
  return readFileSync(new URL(`./styles/${look}.css`, import.meta.url), 'utf8');
}
