import { basename, dirname } from 'node:path';
import {
  getFonts,
  type MeasuredFont,
  preloadFonts,
  setFontDir,
  setFontFamilyMappings,
} from 'svgdom';
import { unshield } from './escape.ts';
import { packageFile } from './package-file.ts';
import { standInWidthOf } from './stand-ins.ts';

/** Size of all diagram text in SVG units; `diagram.css` draws it in the same size. */
export const FONT_SIZE = 14;
/** Distance from one line of a label to the next, in SVG units. */
export const LINE_HEIGHT = 19;
/** Height of capitals in Inter, in SVG units: text looks centred when its capitals are. */
export const CAP_HEIGHT = FONT_SIZE * 0.727;

/**
 * Says how much room the lines of a label take.
 *
 * @param lines - how many there are, at least one.
 * @returns height in SVG units.
 */
export function textHeight(lines: number): number {
  return (lines - 1) * LINE_HEIGHT + FONT_SIZE * 1.2;
}

// Semi-bold is 5 % wider than the regular weight that is measured, and a reader's fallback font may be a little wider.
const SLACK = 1.07;
// What a character outside of the font takes at most: an ideograph or an emoji is one em wide.
const UNKNOWN_WIDTH = 1;
// Most frequent first: a file is only opened when no file before it has the character.
const SUBSETS = [
  'latin',
  'latin-ext',
  'greek',
  'cyrillic',
  'greek-ext',
  'cyrillic-ext',
  'vietnamese',
];

const opened = new Map<string, MeasuredFont>();
const measured = new Map<number, number>();

/**
 * Measures a line of text in the font that the site ships.
 *
 * @param text - one line.
 * @returns its width in SVG units at {@link FONT_SIZE}, with slack for bold and for fallback fonts.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of unshield(text)) {
    const codePoint = character.codePointAt(0) ?? 0;
    width += standInWidthOf(codePoint) ?? knownWidth(codePoint) * FONT_SIZE * SLACK;
  }
  return width;
}

// Glyphs are decoded each time that they are asked for.
function knownWidth(codePoint: number): number {
  const known = measured.get(codePoint);
  if (known !== undefined) return known;
  const width = characterWidth(codePoint);
  measured.set(codePoint, width);
  return width;
}

// In ems.
function characterWidth(codePoint: number): number {
  for (const subset of SUBSETS) {
    const font = open(subset);
    if (!font.hasGlyphForCodePoint(codePoint)) continue;
    return font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
  }
  return UNKNOWN_WIDTH;
}

// svgdom brings fontkit and opens fonts with it; asking svgdom spares a second copy of fontkit.
function open(subset: string): MeasuredFont {
  const known = opened.get(subset);
  if (known !== undefined) return known;
  const file = packageFile(`@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`);
  setFontDir(dirname(file));
  setFontFamilyMappings({ [subset]: basename(file) });
  preloadFonts();
  const font = getFonts()[subset];
  if (font === undefined) throw new Error(`The font file ${file} cannot be read`);
  opened.set(subset, font);
  // The one that svgdom takes for text whose font it does not know; else it looks for a file of its own.
  getFonts()['sans-serif'] ??= font;
  return font;
}
