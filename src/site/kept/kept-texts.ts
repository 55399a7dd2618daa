import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { draftEnding } from '../../source/drafts.ts';

/**
 * Keeps texts as files in a folder, for later runs and for others that go on at the same time. What it
 * cannot read, or not trust, it does not have; what it cannot write, it forgets.
 */
export class KeptTexts {
  readonly #folder: string;
  readonly #maker: string;

  /**
   * @param folder where the files lie; made when it is needed
   * @param maker tells everything apart that makes another text of the same key
   */
  constructor(folder: string, maker: string) {
    this.#folder = folder;
    this.#maker = maker;
  }

  /**
   * @param key all that the text was made from
   * @param place what it was kept as: a later text takes the place of the one before it
   * @returns undefined where there is none that is whole
   */
  read(key: string, place: string = key): string | undefined {
    try {
      const content = gunzipSync(readFileSync(this.#fileOf(place))).toString();
      const text = content.slice(sealLength);
      return content.slice(0, sealLength) === this.#seal(key, text) ? text : undefined;
    } catch {
      return undefined;
    }
  }

  /** A file appears whole or not at all, whenever the run ends. */
  write(key: string, text: string, place: string = key): void {
    const draft = join(this.#folder, `${randomUUID()}${draftEnding}`);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(draft, gzipSync(this.#seal(key, text) + text, { level: 1 }), { flag: 'wx' });
      renameSync(draft, this.#fileOf(place));
    } catch {
      discard(draft);
    }
  }

  #fileOf(place: string): string {
    return join(this.#folder, `${hash(place)}.gz`);
  }

  /** Holds only where the text is whole and was made from this key. */
  #seal(key: string, text: string): string {
    return hash(this.#maker, key, text);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // There is not even a folder that it could lie in.
  }
}

const sealLength = hash('').length;

function hash(...texts: readonly string[]): string {
  const told = createHash('sha256');
  for (const text of texts) told.update(`${text.length}\n`).update(text);
  return told.digest('hex');
}
