import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';

/** What a pack holds under a key. */
interface Entry {
  readonly start: number;
  readonly length: number;
  /** Holds only for this content under this key. */
  readonly seal: string;
}

/**
 * Texts by their keys, in one file: the texts one after the other, then the list of them, then how long
 * that list is and its seal. What is not whole, or was not written by the same maker, is not there.
 */
export class Pack {
  #file: number | undefined;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @param maker who must have written it */
  constructor(path: string, maker: string) {
    this.#file = opened(path);
    this.#entries = new Map(this.#file === undefined ? [] : entriesOf(this.#file, maker));
  }

  /** The keys, in the order in which they were written. */
  get keys(): string[] {
    return [...this.#entries.keys()];
  }

  /** How many bytes the text under a key takes. */
  sizeOf(key: string): number {
    return this.#entries.get(key)?.length ?? 0;
  }

  get(key: string): string | undefined {
    return textOf(this.#file, key, this.#entries.get(key));
  }

  /** Ends the use of the file; then it has nothing under any key. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Writes a pack, text by text: nothing of it stays in memory but the list. */
export class PackWriter {
  #file: number | undefined;
  readonly #entries = new Map<string, Entry>();
  #size = 0;

  /**
   * @param path of a file that is not there yet
   * @throws {Error} where it cannot be made
   */
  constructor(path: string) {
    this.#file = openSync(path, 'wx+');
  }

  /** How many bytes the texts take so far. */
  get size(): number {
    return this.#size;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  get(key: string): string | undefined {
    return textOf(this.#file, key, this.#entries.get(key));
  }

  /** @throws {Error} where it cannot be written; the pack is lost then */
  put(key: string, text: string): void {
    const bytes = Buffer.from(text);
    this.#write(bytes);
    const seal = sealOf(key, text);
    this.#entries.set(key, { start: this.#size, length: bytes.length, seal });
    this.#size += bytes.length;
  }

  /**
   * Writes the list, without which nothing is there, and ends the use of the file.
   *
   * @param maker who has written it
   * @throws {Error} where it cannot be written
   */
  finish(maker: string): void {
    const list = JSON.stringify([...this.#entries]);
    this.#write(list + endOf(list, maker));
    this.close();
  }

  /** Ends the use of the file, be it whole or not. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #write(content: string | Uint8Array): void {
    if (this.#file === undefined) throw new Error('The pack is closed');
    writeFileSync(this.#file, content);
  }
}

/** As long as the seal of a list, and the ten digits of its length before it. */
const endLength = 10 + sealOf('').length;

function endOf(list: string, maker: string): string {
  const length = Buffer.byteLength(list);
  return String(length).padStart(10, '0') + sealOf(maker, list);
}

function entriesOf(file: number, maker: string): [string, Entry][] {
  const { size } = fstatSync(file);
  const end = read(file, size - endLength, endLength) ?? '';
  const length = Number(end.slice(0, 10));
  const list = read(file, size - endLength - length, length);
  return list !== undefined && end === endOf(list, maker) ? JSON.parse(list) : [];
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

/** The text of an entry, if it is there and whole. */
function textOf(file: number | undefined, key: string, entry: Entry | undefined) {
  if (file === undefined || !entry) return undefined;
  const text = read(file, entry.start, entry.length);
  return text !== undefined && entry.seal === sealOf(key, text) ? text : undefined;
}

/** Undefined where the file does not hold so much, or cannot be read. */
function read(file: number, start: number, length: number): string | undefined {
  if (!(start >= 0 && length >= 0)) return undefined;
  try {
    const bytes = Buffer.allocUnsafe(length);
    return readSync(file, bytes, 0, length, start) === length ? bytes.toString() : undefined;
  } catch {
    return undefined;
  }
}

function sealOf(...texts: readonly string[]): string {
  return hash('sha256', texts.join('\0'), 'base64url');
}
