import type { CompileContext, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import type { Range } from '../text.ts';

declare module 'mdast' {
  interface Data {
    /** Where the address of a link, an image or a definition is written; bare addresses have none. */
    destination?: Range;
  }
}

/** A plugin of the parser that notes where addresses are written: a tree by itself does not tell. */
export function destinations(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push({
    exit: { resourceDestination: note, definitionDestination: note },
  });
}

function note(this: CompileContext, { start, end }: Token): undefined {
  const node = this.stack.at(-1);
  if (node) node.data = { ...node.data, destination: { start: start.offset, end: end.offset } };
}
