import type { Processor } from 'unified';

/**
 * A plugin of the parser that leaves texts whole, each in its place. Where a bracket is open, GitHub's
 * Markdown looks for bare addresses only after all has been read, and then in what the text comes to:
 * beside them, nobody could tell any more where what is written.
 */
export function textAsWritten(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}
