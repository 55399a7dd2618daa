import { toHtml } from 'hast-util-to-html';
import { h, s } from 'hastscript';

/** An element of a drawing, or of the page around it. */
export type SvgElement = ReturnType<typeof s>;

/** What an element may have in it. Texts are escaped when it is written. */
export type SvgChild = SvgElement | string | undefined | readonly SvgChild[];

/** Attributes. Numbers are lengths in SVG units, and are rounded. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an SVG element, for example a `rect`. */
export function svg(name: string, attributes: Attributes, ...children: SvgChild[]): SvgElement {
  return s(name, rounded(attributes), flat(children));
}

/** Makes an element of the page around a drawing. */
export function html(name: string, attributes: Attributes, ...children: SvgChild[]): SvgElement {
  return h(name, rounded(attributes), flat(children));
}

/** Writes elements as text, to be put into an HTML page as it is. */
export function write(root: SvgElement): string {
  return toHtml(root, { space: root.tagName === 'svg' ? 'svg' : 'html', closeEmptyElements: true });
}

/** A hundredth of a unit is finer than any screen, and a day is never as narrow as that. */
export function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function rounded(attributes: Attributes): Record<string, string | number | undefined> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'number' ? round(value) : value,
    ]),
  );
}

function flat(children: readonly SvgChild[]): (SvgElement | string)[] {
  return children.flatMap((child) => {
    if (child === undefined) return [];
    if (typeof child === 'string' || 'type' in child) return [child];
    return flat(child);
  });
}
