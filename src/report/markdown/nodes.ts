import type {
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  TableCell,
} from 'mdast';

/** Makes the nodes of which a Markdown document is put together. */

export function heading(depth: Heading['depth'], children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

export function emphasis(...children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', children };
}

export function strong(...children: PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children };
}

export function link(url: string, ...children: PhrasingContent[]): PhrasingContent {
  return { type: 'link', url, children };
}

/** A list of items, each of one block or several. */
export function list(items: readonly (readonly BlockContent[])[]): List {
  const children = items.map(
    (item): ListItem => ({ type: 'listItem', spread: item.length > 1, children: [...item] }),
  );
  return { type: 'list', spread: children.some(({ spread }) => spread === true), children };
}

export function table(
  columns: readonly string[],
  rows: readonly (readonly PhrasingContent[][])[],
): Table {
  const row = (cells: readonly PhrasingContent[][]) => ({
    type: 'tableRow' as const,
    children: cells.map((children): TableCell => ({ type: 'tableCell', children })),
  });
  return { type: 'table', children: [row(columns.map((name) => [text(name)])), ...rows.map(row)] };
}
