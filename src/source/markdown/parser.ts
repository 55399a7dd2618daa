import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { CodeParser } from './code.ts';
import { destinations } from './destinations.ts';
import { withoutBareAddresses } from './github.ts';

/** Reads program code for the parsers of prose. */
export const code = new CodeParser();

const full = parserWith(remarkGfm);
const plain = parserWith(withoutBareAddresses);

/** The syntax tree of prose. Both parsers make the same one where no address stands bare in the text. */
export function parseMarkdown(prose: string): Root {
  return (mayHoldAddress(prose) ? full : plain).parse(prose);
}

function parserWith(gitHubMarkdown: Plugin<[], undefined, undefined>) {
  return unified()
    .use(remarkParse)
    .use(gitHubMarkdown)
    .use(remarkMdx, { acorn: code })
    .use(destinations)
    .freeze();
}

/** Whether an address may stand bare in the text, be it written with character references. */
function mayHoldAddress(prose: string): boolean {
  return /[@&]|http|www/i.test(prose);
}
