import { EDGE_LABEL_PADDING } from './labels.ts';
import { round } from './svg.ts';
import { textWidth } from './text-metrics.ts';

const GROUND =
  /(<rect class="background" )x="[^"]*"( y="[^"]*" )width="[^"]*"([^>]*>)(<text\b.*?<\/text>)/g;
const BETWEEN_LINES = /<tspan font-size="0"> <\/tspan>/;

/**
 * Makes the grounds of edge labels as wide as their text. Until then they are as wide as the room that lines keep free
 * for it, which would hide more of their own line than it must.
 *
 * @param svg - a finished drawing, with all of its texts.
 * @returns the drawing.
 */
export function fitGrounds(svg: string): string {
  return svg.replace(GROUND, (_, rect: string, y: string, rest: string, text: string) => {
    const lines = text.split(BETWEEN_LINES).map(readable);
    const width = Math.max(...lines.map(textWidth)) + 2 * EDGE_LABEL_PADDING.x;
    return `${rect}x="${round(-width / 2)}"${y}width="${round(width)}"${rest}${text}`;
  });
}

function readable(markup: string): string {
  const text = markup.replace(/<[^>]*>/g, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
