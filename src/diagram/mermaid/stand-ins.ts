// Of the characters that Unicode leaves to private use, which a plan's texts do not have: each one of plane 15 stands
// for a text, and one behind it says how wide the text is taken to be.
const FIRST_TEXT = 0xf0000;
const LAST_TEXT = 0xffffd;
const NO_WIDTH = 0xe800;
const LAST_WIDTH = 0xe8ff;

/**
 * Makes a word that stands for a text in a drawing, until the text is put in its place.
 *
 * @param index - which text it is, from 0.
 * @param width - how wide it is taken to be, a whole number of SVG units below 256.
 * @returns the word.
 */
export function standIn(index: number, width: number): string {
  if (FIRST_TEXT + index > LAST_TEXT) throw new RangeError('A drawing has too many texts');
  return String.fromCodePoint(FIRST_TEXT + index, NO_WIDTH + width);
}

/**
 * Says how wide a character of a stand-in is taken to be.
 *
 * @param codePoint - any character.
 * @returns width in SVG units; undefined for a character of a text.
 */
export function standInWidthOf(codePoint: number): number | undefined {
  if (codePoint >= FIRST_TEXT && codePoint <= LAST_TEXT) return 0;
  if (codePoint >= NO_WIDTH && codePoint <= LAST_WIDTH) return codePoint - NO_WIDTH;
  return undefined;
}

/**
 * Puts texts in the places of their stand-ins.
 *
 * @param svg - a drawing, well-formed as XML.
 * @param texts - what the stand-ins stand for; markup in them stays text.
 * @returns the drawing with its texts.
 */
export function putTexts(svg: string, texts: readonly string[]): string {
  return svg.replace(/<[^>]*>|[^<]+/g, (piece) =>
    piece.replace(/([\u{F0000}-\u{FFFFD}])[\uE800-\uE8FF]/gu, (_, character: string) => {
      const text = texts[(character.codePointAt(0) ?? 0) - FIRST_TEXT] ?? '';
      return piece.startsWith('<') ? escaped(text).replaceAll('"', '&quot;') : escaped(text);
    }),
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
