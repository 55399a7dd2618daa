import type { Root, RootContent, Text } from 'mdast';
import type { ConstructName, Handle, Options } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

/** Where an address is meant to be one. */
const addresses: ConstructName[] = ['autolink', 'destinationLiteral', 'destinationRaw'];

const writer = writerWith({ text: writeText });

/** Writes a Markdown document. What its text nodes say is escaped, and never becomes markup. */
export function writeMarkdown(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return writer.stringify(root);
}

/**
 * What makes Markdown of a tree.
 *
 * @param handlers how nodes are written that are not written as by default
 */
export function writerWith(handlers: NonNullable<Options['handlers']>) {
  return (
    unified()
      // No padding: a longer name in one row must not change all the others.
      .use(remarkGfm, { tablePipeAlign: false })
      .use(escapeMore)
      .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', handlers })
      .freeze()
  );
}

/**
 * What is not escaped by default: dollars, which are no Markdown, but the places that host
 * repositories take `$5 and $6` for a formula; and the beginning of an address that is none.
 */
function escapeMore(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions ??= [];
  data.toMarkdownExtensions.push({
    unsafe: [
      { character: '$', inConstruct: 'phrasing' },
      { character: '.', before: '[Ww]', inConstruct: 'phrasing', notInConstruct: addresses },
    ],
  });
}

/**
 * Writes text as it is written by default, but does not look for what would have to be escaped where it
 * cannot be: that is most of the work, and most texts are a few words.
 */
function writeText(
  node: Text,
  parent: Parameters<Handle>[1],
  state: Parameters<Handle>[2],
  info: Parameters<Handle>[3],
): string {
  const around = info.before + node.value + info.after;
  const { unsafe } = state;
  state.unsafe = unsafe.filter(({ character }) => around.includes(character));
  try {
    const index = state.indexStack.at(-1) ?? 0;
    const [beforeNode, afterNode] = [parent?.children[index - 1], parent?.children[index + 1]];
    return state.safe(node.value, { ...info, beforeNode, afterNode });
  } finally {
    state.unsafe = unsafe;
  }
}
