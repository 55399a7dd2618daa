import type { Nodes, Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Markdown as a reader of it understands it: CommonMark with the extensions of GitHub. */
export function understood(markdown: string): Root {
  return parser.parse(markdown);
}

/** All nodes of a tree in order. */
export function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

/** What one reads in a node. */
export function said(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(said).join('') : '';
}

/** What stands under a heading of the second level. */
export function sectionOf({ children }: Root, title: string): RootContent[] {
  const isHeading = (node: RootContent) => node.type === 'heading' && node.depth === 2;
  const start = children.findIndex((node) => isHeading(node) && said(node) === title);
  if (start < 0) throw new Error(`There is no section ${title}`);
  const rest = children.slice(start + 1);
  const end = rest.findIndex(isHeading);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The texts of a table's cells, row by row. */
export function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map(said));
}
