import { FONT_SIZE, textWidth } from '../mermaid/text-metrics.ts';
import { visibleText } from '../visible-text.ts';

/** Sizes of text in SVG units; `timeline.css` draws it in the same sizes. */
export const sizes = { name: 13, label: 11.5 } as const;

const widths = new Map<string, number>();

/** The width of a line of text in SVG units; a little more than it takes, so that nothing overlaps. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const known = widths.get(character) ?? textWidth(character);
    widths.set(character, known);
    width += known;
  }
  return (width * size) / FONT_SIZE;
}

/** One line of a plan's text, cut so that it is no wider than `room`. */
export function fitted(text: string, size: number, room: number): string {
  const line = visibleText(text);
  if (widthOf(line, size) <= room) return line;
  const characters = [...line];
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, size) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
