import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';

/** What a pack holds under a key. */
interface Entry {
  readonly start: number;
  readonly length: number;
  /** Holds only for this content; that it is what stands under its key, the seal of the list tells. */
  readonly seal: string;
}

/**
 * Texts by their keys, in one file: the texts one after the other, then the list of them, then how long
 * that list is and its seal. What is not whole, or was not written by the same maker, is not there.
 */
export class Pack {
  #file: number | undefined;
  #stretch: Stretch = { start: 0, bytes: Buffer.alloc(0) };
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
    const entry = this.#entries.get(key);
    return entry && textOf(entry, this.#bytesOf(entry));
  }

  /** Entries are asked for in about the order in which they were written: so the next are read as well. */
  #bytesOf({ start, length }: Entry): Buffer | undefined {
    if (this.#file === undefined) return undefined;
    const known = within(this.#stretch, start, length);
    if (known) return known;
    const bytes = bytesFrom(this.#file, start, Math.max(length, stretchLength));
    this.#stretch = { start, bytes };
    return within(this.#stretch, start, length);
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
    const entry = this.#entries.get(key);
    if (this.#file === undefined || !entry) return undefined;
    return textOf(entry, bytesFrom(this.#file, entry.start, entry.length));
  }

  /** @throws {Error} where it cannot be written; the pack is lost then */
  put(key: string, text: string): void {
    const bytes = Buffer.from(text);
    this.#write(bytes);
    const seal = sealOf(bytes);
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

/** A part of a file. */
interface Stretch {
  readonly start: number;
  readonly bytes: Buffer;
}

/** Enough for some ten plans, and soon read where only one of them is asked for. */
const stretchLength = 1 << 16;

/** Undefined where the stretch does not hold so much. */
function within({ start, bytes }: Stretch, from: number, length: number): Buffer | undefined {
  const offset = from - start;
  const isThere = offset >= 0 && length >= 0 && offset + length <= bytes.length;
  return isThere ? bytes.subarray(offset, offset + length) : undefined;
}

/** As long as the seal of a list, and the ten digits of its length before it. */
const endLength = 10 + sealOf('').length;

function endOf(list: string, maker: string): string {
  const length = Buffer.byteLength(list);
  return String(length).padStart(10, '0') + sealOf(`${maker}\0${list}`);
}

function entriesOf(file: number, maker: string): [string, Entry][] {
  const { size } = fstatSync(file);
  const end = bytesFrom(file, size - endLength, endLength).toString();
  const length = Number(end.slice(0, 10));
  const list = bytesFrom(file, size - endLength - length, length).toString();
  return end === endOf(list, maker) ? JSON.parse(list) : [];
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

/** The text of an entry, if it is there and whole. */
function textOf({ seal }: Entry, bytes: Buffer | undefined): string | undefined {
  return bytes && seal === sealOf(bytes) ? bytes.toString() : undefined;
}

/** As many bytes as there are; none where the file cannot be read. */
function bytesFrom(file: number, start: number, length: number): Buffer {
  if (!(start >= 0 && length >= 0)) return Buffer.alloc(0);
  try {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, start));
  } catch {
    return Buffer.alloc(0);
  }
}

function sealOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}
