import type { Root, RootContent } from 'mdast';
import type { ConstructName } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';

/** Where an address is meant to be one. */
const addresses: ConstructName[] = ['autolink', 'destinationLiteral', 'destinationRaw'];

const writer = unified()
  // No padding: a longer name in one row must not change all the others.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(escapeMore)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' })
  .freeze();

/** Writes a Markdown document. What its text nodes say is escaped, and never becomes markup. */
export function writeMarkdown(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return writer.stringify(root);
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
