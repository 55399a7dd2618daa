import type { BlockContent, PhrasingContent, Table } from 'mdast';
import { fullDate } from '../../diagram/dates.ts';
import { inOneLine, visibleText } from '../../diagram/visible-text.ts';
import {
  heading,
  link,
  list,
  paragraph,
  strong,
  table,
  text,
} from '../../report/markdown/nodes.ts';
import { countsOf } from '../findings.ts';
import type { Block, Cell, Fact, Phrase, Piece, TableBlock } from '../sections/blocks.ts';

/** Where a link leads that is written for the plan's page. */
export type Resolve = (href: string) => string;

/** Blocks of a section as Markdown. All text becomes text nodes: what writes them escapes it. */
export function blocksToMarkdown(blocks: readonly Block[], resolve: Resolve): BlockContent[] {
  return blocks.flatMap((block) => blockToMarkdown(block, resolve));
}

function blockToMarkdown(block: Block, resolve: Resolve): BlockContent[] {
  switch (block.type) {
    case 'table':
      return [tableToMarkdown(block, resolve)];
    case 'facts':
      return block.facts.length > 0 ? [factsToMarkdown(block.facts, resolve)] : [];
    case 'text':
      return [paragraph(...phraseToMarkdown(block.phrase, resolve))];
    case 'item': {
      const title = heading(3, phraseToMarkdown(block.heading, resolve));
      return [title, ...blocksToMarkdown(block.blocks, resolve)];
    }
  }
}

/** Facts as a list, each name in front of what is said of it. */
export function factsToMarkdown(facts: readonly Fact[], resolve: Resolve): BlockContent {
  return list(
    facts.map(({ name, value, note }) => {
      const explained = note ? [text(' – '), ...phraseToMarkdown(note, resolve)] : [];
      const said = [strong(text(`${name}:`)), text(' '), ...phraseToMarkdown(value, resolve)];
      return [paragraph(...said, ...explained)];
    }),
  );
}

/** A table. Markdown has no cells over several rows: each row says it all. */
export function tableToMarkdown({ columns, rows }: TableBlock, resolve: Resolve): Table {
  return table(
    columns,
    rows.map((row) => row.map((cell) => cellToMarkdown(cell, resolve))),
  );
}

function cellToMarkdown({ phrase, list: phrases = [] }: Cell, resolve: Resolve): PhrasingContent[] {
  if (phrase) return phraseToMarkdown(phrase, resolve);
  return phrases.flatMap((each, index) => [
    ...(index > 0 ? [text(' · ')] : []),
    ...phraseToMarkdown(each, resolve),
  ]);
}

/** A line. Pieces of plain text that touch become one, so that it is escaped as a whole. */
export function phraseToMarkdown(phrase: Phrase, resolve: Resolve): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const piece of phrase) {
    for (const node of pieceToMarkdown(piece, resolve)) {
      const last = nodes.at(-1);
      if (last?.type !== 'text' || node.type !== 'text') nodes.push(node);
      // What explains something stands below it on the page.
      else if (isQuiet(piece)) last.value = `${last.value.trimEnd()}: ${node.value}`;
      else last.value += node.value;
    }
  }
  return nodes;
}

function pieceToMarkdown(piece: Piece, resolve: Resolve): PhrasingContent[] {
  if (typeof piece === 'string') return [text(inOneLine(piece))];
  switch (piece.type) {
    case 'strong':
    case 'fault':
      return [strong(text(visibleText(piece.text)))];
    case 'code':
      return [code(visibleText(piece.text))];
    case 'quiet':
    case 'phase':
      return [text(visibleText(piece.text))];
    case 'day':
      return [text(`${fullDate(piece.date)}${piece.planned ? ' (planned)' : ''}`)];
    case 'link': {
      const said = phraseToMarkdown(piece.phrase, resolve);
      // What is another part of the page stands in the same document.
      return piece.href.startsWith('#') ? said : [link(resolve(piece.href), ...said)];
    }
    case 'tally': {
      const counts = countsOf(piece.tally).map((count) => count.text);
      return [text(counts.join(', '))];
    }
    case 'none':
      return [text('–')];
  }
}

/** In a table, code cannot say `\\|`: the backslash would be taken for that of the table. */
function code(value: string): PhrasingContent {
  return value.includes('\\|') ? text(value) : { type: 'inlineCode', value };
}

function isQuiet(piece: Piece): boolean {
  return typeof piece !== 'string' && piece.type === 'quiet';
}
