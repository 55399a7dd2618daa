import type { Link, ListItem, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { mdxToMdast } from 'satteri';
import type { Point } from 'unist';
import { nodesOf } from '../prose-tree.ts';
import type { Range } from '../text.ts';
import { isPlain } from './plain-prose.ts';

/**
 * The syntax tree of plain prose, in a small part of the time that the parser for all prose takes; undefined
 * where that other one is to be asked.
 */
export function plainTree(prose: string): Root | undefined {
  if (!isPlain(prose)) return undefined;
  const tree = parsed(prose);
  if (!tree) return undefined;
  for (const { node } of nodesOf(tree)) {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      delete node.data;
      placeAttributes(node, prose);
    } else if (node.type === 'listItem') {
      placeTask(node);
    } else if (node.type === 'link') {
      const destination = destinationOf(node, prose);
      if (!destination) return undefined;
      node.data = { destination };
    }
  }
  return tree;
}

/** What is no MDX is told by the other parser: it says where, and why. */
function parsed(prose: string): Root | undefined {
  try {
    return mdxToMdast(prose, { features: { frontmatter: false } }) as Root;
  } catch {
    return undefined;
  }
}

/** The parser tells no places of attributes. In plain prose one follows the other, ` name="value"`. */
function placeAttributes(element: MdxJsxFlowElement | MdxJsxTextElement, prose: string): void {
  const { name, attributes, position } = element;
  if (!name || position?.start.offset === undefined) return;
  const { line, column, offset: first } = position.start;
  const pointAt = (offset: number): Point => ({ line, column: column + offset - first, offset });
  let end = first + `<${name}`.length;
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    const start = prose.indexOf(attribute.name, end);
    end = start + `${attribute.name}="${attribute.value}"`.length;
    attribute.position = { start: pointAt(start), end: pointAt(end) };
  }
}

/** To the other parser, a task that begins with markup begins with its box. */
function placeTask({ checked, children: [paragraph] }: ListItem): void {
  if (typeof checked !== 'boolean' || paragraph?.type !== 'paragraph') return;
  const {
    position,
    children: [first],
  } = paragraph;
  if (!position || position.start.offset === undefined || first?.type === 'text') return;
  const { line, column, offset } = position.start;
  const { length } = '[ ] ';
  position.start = { line, column: column - length, offset: offset - length };
}

/** Where the address of a link stands, if it stands there as it is meant. */
function destinationOf({ children, position, url }: Link, prose: string): Range | undefined {
  const textEnd = children.at(-1)?.position?.end.offset ?? (position?.start.offset ?? 0) + 1;
  const start = textEnd + ']('.length;
  const isThere = url !== '' && prose.startsWith(`](${url})`, textEnd);
  return isThere ? { start, end: start + url.length } : undefined;
}
