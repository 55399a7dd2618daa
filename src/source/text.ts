/** Bytes to text, and offsets in text to lines and columns. */

/** A place in a file: lines and columns are 1-based, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text by its offsets, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Decoded = { readonly text: string } | { readonly text: string; readonly fault: Fault };

export interface Fault {
  /** Offset into `text` at which the bytes stop being UTF-8. */
  readonly offset: number;
  readonly message: string;
  readonly help: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const saveAsUtf8 = 'Save the file as UTF-8; every editor can, often under "Save with encoding".';

/**
 * Decodes a plan's bytes as UTF-8. A byte order mark is taken and not counted. Where the bytes are
 * something else, the text is what could be read and `fault` says from where on it could not.
 */
export function decode(bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (other) {
    const message = `This file is encoded as ${other}; a plan is UTF-8`;
    return { text: '', fault: { offset: 0, message, help: saveAsUtf8 } };
  }
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const offset = Math.max(firstBadCharacter(bytes, text), 0);
    const message = 'From here on the file is not UTF-8, the encoding of a plan';
    return { text, fault: { offset, message, help: saveAsUtf8 } };
  }
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe)) {
    return 'UTF-32';
  }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  if ((a === 0 && b !== 0 && c === 0) || (b === 0 && a !== 0 && d === 0)) return 'UTF-16';
  return undefined;
}

/** The first replacement character that the file does not itself contain. */
function firstBadCharacter(bytes: Uint8Array, text: string): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  const readable = decoder.decode(bytes.subarray(0, good), { stream: true });
  return Math.min(readable.length, text.length);
}

/** Where the lines of a text begin; LF, CRLF and CR all end a line. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    for (const end of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(end.index + end[0].length);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line and column of an offset. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset at which a line begins; that of the end of the text beyond the last. */
  startOf(number: number): number {
    return this.#starts[number - 1] ?? this.#text.length;
  }

  /** The offset of a line and column; where the text has none, the nearest one that it has. */
  offset({ line, column }: Position): number {
    const start = this.startOf(line);
    return Math.min(start + column - 1, start + this.line(line).length);
  }

  /** The text of a line, without its end; '' beyond the last. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    const next = this.#starts[number];
    if (next === undefined) return this.#text.slice(start);
    return this.#text.slice(start, next - (this.#text.startsWith('\r\n', next - 2) ? 2 : 1));
  }
}
