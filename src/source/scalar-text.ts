import type { ScalarNode } from './yaml.ts';

/** What is read as it is written, in a block and between brackets. */
const plainText = /^(?!(?:true|false|null)$)[A-Za-z][\w.-]*$/;

/** What only an escape can show to a reader, and some of which YAML does not take. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A value as YAML, in the quotes that stand there where it can be.
 *
 * @param instead the scalar that it is to replace
 * @param text the text in which that one is written
 */
export function scalarText(
  value: string | number | boolean,
  instead: ScalarNode,
  text: string,
): string {
  if (typeof value !== 'string') return String(value);
  const mark = instead.plain ? '' : text[instead.start];
  if (mark === '' && plainText.test(value)) return value;
  if (mark === "'" && value.search(hidden) < 0) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(hidden, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
