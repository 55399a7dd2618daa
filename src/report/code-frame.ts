import { createRequire } from 'node:module';
import type { Place } from '../lint/finding.ts';
import type { Lines } from '../source/text.ts';

/** How many columns of a line are shown, and how many of them before the finding. */
const shown = 100;
const before = 40;

/** Control characters would move the cursor or hide text; a dot stands in their place. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const isAscii = /^[ -~]*$/;

/**
 * The line of a finding with the line before it, and a mark under the token.
 *
 * @param mark paints the mark
 */
export function codeFrame(lines: Lines, place: Place, mark: (text: string) => string): string[] {
  if (place.line > lines.count) return [];
  const text = lines.line(place.line);
  const start = place.column - 1;
  const end = place.endLine === place.line ? place.endColumn - 1 : text.length;
  const from = start > shown - before ? start - before : 0;

  const gutter = String(place.line).length;
  const row = (number: number | '', content: string) =>
    `  ${String(number).padStart(gutter)} | ${content}`.trimEnd();
  const previous =
    place.line > 1 ? [row(place.line - 1, visible(lines.line(place.line - 1), from))] : [];
  const padding = ' '.repeat(widthOf(visible(text.slice(0, start), from)));
  const width = Math.max(widthOf(visible(text.slice(start, end), 0)), 1);
  const marks = '^'.repeat(Math.min(width, shown));
  return [...previous, row(place.line, visible(text, from)), row('', padding + mark(marks)), ''];
}

/** How many columns a text takes on a terminal. */
function widthOf(text: string): number {
  if (isAscii.test(text)) return text.length;
  // The tables of Unicode take longer to load than most runs take, which show no such text.
  const { default: stringWidth }: typeof import('string-width') = createRequire(import.meta.url)(
    'string-width',
  );
  return stringWidth(text);
}

/** The part of a line that is shown, with nothing in it that a terminal would act upon. */
function visible(line: string, from: number): string {
  // A line may be as long as a file, and hold thousands of findings.
  const rest = line.slice(from, from + shown + 1);
  const cut = from > 0 ? `…${rest}` : rest;
  const part = cut.length > shown ? `${cut.slice(0, shown)}…` : cut;
  return part.replace(/\t/g, ' ').replace(unprintable, '·');
}
