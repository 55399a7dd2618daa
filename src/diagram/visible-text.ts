/** Line breaks, tabs and whatever else has no shape. */
const shapeless = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** What hides, or turns the reading direction of all that follows; joiners within words may stay. */
const hidden = /(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** A stretch of a line of a plan's text, without what cannot be seen. */
export function inOneLine(text: string): string {
  return text.replace(shapeless, ' ').replace(hidden, '');
}

/** One line of a plan's text, without what cannot be seen; never empty, so that it can be pointed at. */
export function visibleText(text: string): string {
  return inOneLine(text).trim() || '–';
}

/** The text, cut where it would make a drawing unwieldy. The table beside it has the rest. */
export function cut(text: string, length = 36): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return `${characters.slice(0, length - 1).join('')}…`;
}
