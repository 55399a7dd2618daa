import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrawingStore } from './drawings.ts';

/**
 * Keeps drawings as files in a folder, for later runs and for others that go on at the same time. What it cannot read,
 * or not trust, it does not have; what it cannot write, it forgets.
 */
export class DrawingFolder implements DrawingStore {
  readonly #folder: string;
  readonly #maker: string;

  /**
   * @param folder - where the files lie; made when it is needed.
   * @param maker - tells everything apart that makes another drawing of the same text.
   */
  constructor(folder: string, maker: string) {
    this.#folder = folder;
    this.#maker = maker;
  }

  async read(source: string): Promise<string | undefined> {
    try {
      const content = await readFile(this.#fileOf(source), 'utf8');
      const [seal = '', ...lines] = content.split('\n');
      const drawing = lines.join('\n');
      return seal === this.#seal(source, drawing) ? drawing : undefined;
    } catch {
      return undefined;
    }
  }

  /** A file appears whole or not at all, whenever the run ends. */
  async write(source: string, drawing: string): Promise<void> {
    const draft = join(this.#folder, `${randomUUID()}.draft`);
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(draft, `${this.#seal(source, drawing)}\n${drawing}`, { flag: 'wx' });
      await rename(draft, this.#fileOf(source));
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  #fileOf(source: string): string {
    return join(this.#folder, `${hash(this.#maker, source)}.svg`);
  }

  /** Holds only where the drawing is whole and was made from this text. */
  #seal(source: string, drawing: string): string {
    return hash(this.#maker, source, drawing);
  }
}

function hash(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
