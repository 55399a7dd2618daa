import { type SvgElement, svg } from './svg.ts';
import { fitted, sizes, widthOf } from './text.ts';

const lineHeight = 15;
const padding = 7;
/** From the middle of a mark to the box that names it, in SVG units. */
const distance = 10;
const widest = 320;

/** The space that a tip takes above its mark, in SVG units. */
export const tipHeight = 2 * lineHeight + 2 * padding - 4 + distance;

/**
 * The box that says date and name of a mark while it is pointed at or has the focus. It stands above
 * the mark, over what is already drawn, and stays within the drawing.
 */
export function drawTip(
  lines: readonly [string, string],
  { x, y }: { x: number; y: number },
  drawingWidth: number,
): SvgElement {
  const texts = lines.map((line) => fitted(line, sizes.label, widest));
  const width = Math.max(...texts.map((line) => widthOf(line, sizes.label))) + 2 * padding;
  const height = tipHeight - distance;
  const left = Math.min(Math.max(x - width / 2, 1), drawingWidth - width - 1);
  const top = Math.max(y - distance - height, 1);
  return svg(
    'g',
    { class: 'tip', 'aria-hidden': 'true', visibility: 'hidden' },
    svg('rect', { x: left - x, y: top - y, width, height, rx: 4 }),
    texts.map((text, index) =>
      svg(
        'text',
        {
          class: index === 0 ? 'date' : undefined,
          x: left - x + padding,
          y: top - y + padding + 9 + index * lineHeight,
        },
        text,
      ),
    ),
  );
}
