import { drawMermaid } from './render.ts';

/** Keeps drawings from one run to the next. It may forget any of them, but never return another. */
export interface DrawingStore {
  read(source: string): Promise<string | undefined>;
  write(source: string, drawing: string): Promise<void>;
}

/** The drawings of a run: the same text is drawn once, and not at all where a store has it. */
export class Drawings {
  readonly #store: DrawingStore | undefined;
  readonly #drawn = new Map<string, Promise<string>>();

  constructor(store?: DrawingStore) {
    this.#store = store;
  }

  /**
   * Draws a mermaid text; its grounds are not fitted to its texts yet.
   *
   * @param source - a flowchart or state diagram.
   * @param id - id of the drawing; a text is always drawn with the same.
   * @returns the `<svg>` element.
   * @throws MermaidError as `drawMermaid` does.
   */
  draw(source: string, id: string): Promise<string> {
    const known = this.#drawn.get(source);
    if (known) return known;
    const drawing = this.#readOrDraw(source, id);
    this.#drawn.set(source, drawing);
    return drawing;
  }

  async #readOrDraw(source: string, id: string): Promise<string> {
    const kept = await this.#store?.read(source);
    if (kept !== undefined) return kept;
    const drawing = await drawMermaid(source, { id });
    await this.#store?.write(source, drawing);
    return drawing;
  }
}
