import { drawMermaid } from './render.ts';

/** The id of every drawing until it has its own: one text, one drawing. */
export const drawingId = 'wp-drawing';

/** Keeps drawings from one run to the next. It may forget any of them, but never return another. */
export interface DrawingStore {
  read(source: string): string | undefined;
  write(source: string, drawing: string): void;
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
   * @returns the `<svg>` element, with the id {@link drawingId}.
   * @throws MermaidError as `drawMermaid` does.
   */
  draw(source: string): Promise<string> {
    const known = this.#drawn.get(source);
    if (known) return known;
    const drawing = this.#readOrDraw(source);
    this.#drawn.set(source, drawing);
    return drawing;
  }

  async #readOrDraw(source: string): Promise<string> {
    const kept = this.#store?.read(source);
    if (kept !== undefined) return kept;
    const drawing = await drawMermaid(source, { id: drawingId });
    this.#store?.write(source, drawing);
    return drawing;
  }
}
