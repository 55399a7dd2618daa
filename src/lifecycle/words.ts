/** How a plan's own text appears in messages. */

/** Characters that would move the cursor, hide, or turn the reading direction of a message. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A plan's text in back quotes, control characters escaped, cut where it is very long. */
export function quote(text: string): string {
  return `\`${printable(text)}\``;
}

/** A plan's text with its control characters escaped, cut where it is very long. */
export function printable(text: string): string {
  if (text.length <= 80) return escaped(text);
  const characters = [...text.slice(0, 200)];
  return escaped(characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text);
}

/** Text with its control characters escaped. */
export function escaped(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** "1 error", "3 errors". */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/**
 * Text for comparison with what people wrote elsewhere: capitals and blanks make no difference, nor do
 * characters that nobody sees, and a full stop, comma or semicolon at the end.
 */
export function folded(text: string): string {
  return (plain.test(text) ? text : seenOf(text)).toLowerCase().replace(/[.,;]$/, '');
}

/** Most numbers are written so, and Unicode takes long to come to the same. */
const plain = /^[!-~]*$/;

function seenOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}
