import type { Range } from './text.ts';

/** Where the data and the prose of an MDX file lie. */
export interface FrontMatter {
  readonly data: Range;
  readonly prose: Range;
}

const fence = /^---[ \t]*(?:\r\n|\n|\r|$)/;
const closingFence = /(?:\r\n|\n|\r)---[ \t]*(?=\r\n|\n|\r|$)(?:\r\n|\n|\r)?/;

/**
 * Finds the front matter: everything between a first line `---` and the next line that is just
 * `---`. Undefined where the file does not begin with it, or does not end it.
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = fence.exec(text);
  if (!opening) return undefined;
  // The search starts at the end of the opening line's own `---`, so that an empty block is found.
  const from = 3;
  const closing = closingFence.exec(text.slice(from));
  if (!closing) return undefined;
  const start = opening[0].length;
  const end = from + closing.index;
  return {
    data: { start: Math.min(start, end), end },
    prose: { start: end + closing[0].length, end: text.length },
  };
}
