// What ends a quoted label, or begins markup, a line break, an entity, a comment or a directive.
const SPECIAL = /["#&<>`\\%=;{}]/g;

const NAMED: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };
// Beginning of a block that Unicode leaves to private use; a shielded ASCII character lies as far behind it as it lies
// behind 0.
const PRIVATE = 0xe000;
const ASCII_END = 0x80;

/**
 * Writes any text so that mermaid shows it as it is. For labels and tooltips in double quotes, and after `accTitle:` and
 * `accDescr:`.
 *
 * @param text - text of a plan; line breaks become spaces.
 * @returns the text with mermaid's entities in place of its special characters.
 */
export function mermaidText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`);
}

/**
 * Puts one harmless character in place of each entity in a mermaid text. Mermaid itself decodes entities before it wraps,
 * cleans and cuts labels, and so breaks some and drops others.
 *
 * @param source - mermaid text.
 * @returns the same with its entities shielded; {@link unshield} brings the characters back.
 */
export function shield(source: string): string {
  return source.replace(/"[^"\n]*"|^\s*acc(?:Title|Descr)\s*:.*$/gm, (quoted) =>
    quoted.replace(/#(\d+|[a-z]+);/g, (written, name: string) => {
      const character = characterOf(name);
      if (character === undefined) return written;
      const codePoint = character.codePointAt(0) ?? 0;
      return codePoint < ASCII_END ? String.fromCodePoint(PRIVATE + codePoint) : character;
    }),
  );
}

/**
 * Brings back what {@link shield} has shielded.
 *
 * @param text - text out of a drawing.
 * @returns what a reader shall read.
 */
export function unshield(text: string): string {
  return text.replace(/[\uE000-\uE07F]/g, (character) =>
    String.fromCodePoint(character.charCodeAt(0) - PRIVATE),
  );
}

function characterOf(name: string): string | undefined {
  if (!/^\d+$/.test(name)) return NAMED[name];
  const codePoint = Number(name);
  return codePoint >= 0x20 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}
