/**
 * What prose may hold. The parser of Markdown looks back for the beginning of everything that ends, so
 * that its time grows with the square of what stands in one passage, and with that of some blocks in all;
 * these keep the worst text that anybody has thought of to a few seconds. Honest prose comes nowhere near.
 */
export const proseLimits = {
  /** UTF-16 units of prose in one plan: some thirty printed pages. */
  characters: 65_536,
  /** Lines of prose in one plan, be they ever so short. */
  lines: 4_000,
  /** Marks of quotations, of items of lists and of footnotes, in all lines of one plan. */
  blocks: 10_000,
  /** Levels of nesting: more than anybody writes, and less than programs bear. */
  levels: 100,
  /** Words from one blank line to the next. */
  words: 5_000,
  /** Characters that may be markup, from one blank line to the next. */
  marks: 2_500,
  /** Those times all characters from one blank line to the next, added up over one plan. */
  tangle: 50_000_000,
  /** Characters of punctuation in a row, and of references to characters: an address might end there. */
  punctuation: 1_000,
} as const;
