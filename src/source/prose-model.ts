import type { StyleNote } from './markdown-style.ts';
import type {
  PassageFacts,
  ProseCode,
  ProseElement,
  ProseFacts,
  ProseHeading,
  ProseLink,
} from './prose-facts.ts';
import type { Range } from './text.ts';

/**
 * A paragraph, a heading or a cell as one reads it: its text as it is written, without the markup
 * in it.
 */
export interface Passage {
  readonly text: string;
  /** Where in the prose a part of `text` is written. */
  rangeOf(start: number, end: number): Range;
}

/** The prose of a plan, as rules look at it. Ranges count from the beginning of the prose. */
export class ProseModel {
  /** The prose as it is written. */
  readonly text: string;
  /** Program code, in the order of the text. */
  readonly code: readonly ProseCode[];
  /** The components and HTML elements. */
  readonly elements: readonly ProseElement[];
  /** All addresses: those of links, images and definitions. */
  readonly links: readonly ProseLink[];
  readonly headings: readonly ProseHeading[];
  readonly #passages: readonly PassageFacts[];
  readonly #style: () => Promise<readonly StyleNote[]>;

  /** @param style asks for what remark-lint says of the text */
  constructor(text: string, facts: ProseFacts, style: () => Promise<readonly StyleNote[]>) {
    this.text = text;
    this.code = facts.code;
    this.elements = facts.elements;
    this.links = facts.links;
    this.headings = facts.headings;
    this.#passages = facts.passages;
    this.#style = style;
  }

  /** What is written at a place. */
  source({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** The passages that hold a date, or a word of the lifecycle that is misspelt. */
  get passages(): Passage[] {
    return this.#passages.map(passageOf);
  }

  /**
   * What remark-lint says of the style.
   *
   * @throws {Error} when one of its rules fails
   */
  async style(): Promise<readonly StyleNote[]> {
    return this.#style();
  }
}

function passageOf({ text, parts }: PassageFacts): Passage {
  const offset = (index: number): number => {
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((parts[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const part = parts[low];
    return part ? part.start + index - part.at : 0;
  };
  return { text, rangeOf: (start, end) => ({ start: offset(start), end: offset(end - 1) + 1 }) };
}
