import type { Dice, Notation } from './notation.ts';

/** Scalars in all their notations. */

export type Scalar = string | number | boolean | null;

/** A scalar as one token. `meant` says whether a plain whole number may stand for its text. */
export function tokenOf(value: Scalar, inFlow: boolean, dice: Dice, { quotes }: Notation): string {
  if (value === null) return dice.once(quotes, 2) ? '~' : 'null';
  if (typeof value !== 'string') return String(value);
  const canBePlain = isPlain(value, inFlow);
  const ways = [
    ...(canBePlain ? [value] : []),
    ...(/[^\P{Cc}\t]/u.test(value) ? [] : [`'${value.replaceAll("'", "''")}'`]),
    JSON.stringify(value),
    escaped(value),
  ];
  return ways[quotes ? dice.throw(ways.length) : 0] ?? '';
}

/** Whether a text can be written without quotes, and still be that text to a plan. */
export function isPlain(text: string, inFlow = false): boolean {
  if (['true', 'false', 'null', '~'].includes(text)) return false;
  if (/^-\d+$/.test(text)) return true;
  if (!/^[\p{L}\p{N}.](.*[^\s:])?$/u.test(text) || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text))
    return false;
  if (/:\s|\s#|^\.\.\.|^---/.test(text)) return false;
  return !inFlow || !/[,[\]{}]/.test(text);
}

/** Every character by its number. */
function escaped(text: string): string {
  const characters = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${characters.join('')}"`;
}

/** The lines of a text that can be a literal block ending in `|-`, or undefined. */
export function blockLines(value: Scalar): string[] | undefined {
  if (typeof value !== 'string' || /[^\P{Cc}\n\t]/u.test(value)) return undefined;
  const lines = value.split('\n');
  return lines.every((line) => /^\S/.test(line)) ? lines : undefined;
}
