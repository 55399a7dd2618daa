import { createHTMLWindow, Element, SVGGraphicsElement } from 'svgdom';
import { type LabelPlace, labelRoom } from './label-room.ts';
import { textHeight, textWidth } from './text-metrics.ts';

/** The window that mermaid draws in. */
export type DrawingWindow = ReturnType<typeof createHTMLWindow>;

/**
 * Makes an empty document whose text has the size that it will have on the site.
 *
 * @returns a window of svgdom, which knows the boxes of shapes; jsdom knows none.
 */
export function createDrawingWindow(): DrawingWindow {
  return createHTMLWindow();
}

const boxOfShape = SVGGraphicsElement.prototype.getBBox;

// svgdom reads "1.1em" as 1.1 pixels, measures in another font and does not see that mermaid's style sheet centres the
// text of a box. So text gets its box here, and with it every group that has text in it.
SVGGraphicsElement.prototype.getBBox = function getBBox(this: SVGGraphicsElement): DOMRect {
  if (this.nodeName === 'tspan') return boxOfText(this, [this.textContent ?? '']);
  if (this.nodeName === 'text') return boxOfText(this, linesOf(this));
  if (this.nodeName === 'g' || this.nodeName === 'a' || this.nodeName === 'svg')
    return boxOfGroup(this);
  return boxOfShape.call(this);
};

// Some shapes reach for it, and svgdom has only `parentNode`.
Object.defineProperty(Element.prototype, 'parentElement', {
  configurable: true,
  get(this: Node) {
    return this.parentNode?.nodeType === 1 ? this.parentNode : null;
  },
});

function linesOf(text: SVGGraphicsElement): string[] {
  const rows = [...text.childNodes].filter((child) => child.nodeName === 'tspan');
  return (rows.length > 0 ? rows : [text]).map((row) => row.textContent ?? '');
}

// Mermaid breaks lines by what one of them takes, and lays out by the room of the whole label.
function boxOfText(text: SVGGraphicsElement, lines: string[]): DOMRect {
  const place = placeOfText(text);
  const isCentred = place === 'box' || text.getAttribute('text-anchor') === 'middle';
  const isLine = text.nodeName === 'tspan';
  const width = isLine ? Math.max(...lines.map(textWidth)) : labelRoom(lines, place);
  return rectangle(isCentred ? -width / 2 : 0, 0, width, textHeight(lines.length));
}

function placeOfText(text: SVGGraphicsElement): LabelPlace {
  if (text.closest('.node') !== null) return 'box';
  return text.closest('.cluster') !== null ? 'group' : 'line';
}

function boxOfGroup(group: SVGGraphicsElement): DOMRect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const child of group.childNodes) {
    if (!(child instanceof SVGGraphicsElement) || child.nodeName === 'marker') continue;
    const box = child.getBBox();
    if (box.width === 0 && box.height === 0) continue;
    const { a, b, c, d, e, f } = child.matrixify();
    for (const x of [box.x, box.x + box.width]) {
      for (const y of [box.y, box.y + box.height]) {
        left = Math.min(left, a * x + c * y + e);
        right = Math.max(right, a * x + c * y + e);
        top = Math.min(top, b * x + d * y + f);
        bottom = Math.max(bottom, b * x + d * y + f);
      }
    }
  }
  if (left > right) return rectangle(0, 0, 0, 0);
  return rectangle(left, top, right - left, bottom - top);
}

function rectangle(x: number, y: number, width: number, height: number): DOMRect {
  const edges = { left: x, top: y, right: x + width, bottom: y + height };
  return { x, y, width, height, ...edges, toJSON: () => ({ x, y, width, height }) };
}
