import type { KeptTexts } from './kept-texts.ts';

/** A page that may have been made before. */
export interface KeptPage {
  /** Which one it is, from one build to the next. */
  readonly place: string;
  /** Pages of one kind are made by the same code. */
  readonly kind: string;
  /** All that this one is made from. */
  readonly key: string;
}

/**
 * Pages from one build to the next. The first of a kind is made in every build: where it is not what was
 * kept of it, something has changed that nobody knows of, and no page of the kind is taken.
 */
export class KeptPages {
  readonly #texts: KeptTexts | undefined;
  /** Whether what is kept of a kind is what would be made. */
  readonly #holds = new Map<string, boolean>();

  constructor(texts: KeptTexts | undefined) {
    this.#texts = texts;
  }

  /** The page as it was kept, or as it is made. */
  async page({ place, kind, key }: KeptPage, make: () => Promise<string>): Promise<string> {
    const holds = this.#holds.get(kind);
    const kept = holds === false ? undefined : this.#texts?.read(key, place);
    if (kept !== undefined && holds) return kept;
    const made = await make();
    if (kept !== undefined) this.#holds.set(kind, kept === made);
    if (kept !== made) this.#texts?.write(key, made, place);
    return made;
  }
}
