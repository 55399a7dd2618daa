import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { CodeParser } from './code.ts';
import { destinations } from './destinations.ts';
import { textAsWritten } from './text-as-written.ts';

/** Reads program code for the parser of prose. */
export const code = new CodeParser();

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx, { acorn: code })
  .use(destinations)
  .use(textAsWritten)
  .freeze();

/** The syntax tree of any prose. */
export function parseMarkdown(prose: string): Root {
  return parser.parse(prose);
}
