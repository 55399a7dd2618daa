const SVG = 'http://www.w3.org/2000/svg';

/** Place and size of a shape, in SVG units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Makes an element of the same document.
 *
 * @param near - an element of the document.
 * @param name - its name, for example `rect`.
 * @param attributes - what to set on it; numbers are rounded.
 * @param content - text or elements in it.
 * @returns the element, not yet in the document.
 */
export function make(
  near: Element,
  name: string,
  attributes: Record<string, string | number>,
  ...content: (string | Element)[]
): Element {
  const element = near.ownerDocument.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  }
  element.append(...content);
  return element;
}

/**
 * Reads the box of a `rect`.
 *
 * @param rect - the element.
 * @returns its box; what is not stated is 0.
 */
export function boxOf(rect: Element): Box {
  const number = (name: string) => Number(rect.getAttribute(name) ?? 0);
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}

/**
 * Reads where an element was moved to.
 *
 * @param element - an element with a `translate` as its `transform`, or without one.
 * @returns the place of its origin in its parent.
 */
export function placeOf(element: Element): { x: number; y: number } {
  const [x, y] = (element.getAttribute('transform') ?? '').match(/-?[\d.]+(?:e-?\d+)?/g) ?? [];
  return { x: Number(x ?? 0), y: Number(y ?? 0) };
}

/**
 * Reads the box of a `rect` as it lies in the drawing, in which its groups may have been moved.
 *
 * @param rect - the element.
 * @returns its box in the drawing.
 */
export function boxInDrawing(rect: Element): Box {
  const box = boxOf(rect);
  for (let each: Element | null = rect; each !== null; each = each.parentElement) {
    const { x, y } = placeOf(each);
    box.x += x;
    box.y += y;
  }
  return box;
}

/**
 * Rounds to what an eye can see.
 *
 * @param value - a length in SVG units.
 * @returns the same to a tenth of a unit.
 */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Finds a child by name, and by class if stated.
 *
 * @param parent - where to look, not deeper.
 * @param name - element name.
 * @param className - class it must have.
 * @returns the first such child.
 */
export function childOf(parent: Element, name: string, className?: string): Element | undefined {
  return [...parent.children].find(
    (child) =>
      child.nodeName === name && (className === undefined || child.classList.contains(className)),
  );
}
