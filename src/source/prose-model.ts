import type { Definition, Heading, Image, Link, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { notText } from '../lifecycle/vocabulary.ts';
import { headingSlugs } from './slugs.ts';
import type { Range } from './text.ts';

/** A component or an HTML element in prose. */
export type ProseElement = MdxJsxFlowElement | MdxJsxTextElement;

/** An attribute of one, such as `of="goLive"` or `{...all}`. */
export type ProseAttribute = ProseElement['attributes'][number];

/** An address in prose, and where it is written. */
export interface ProseLink {
  readonly url: string;
  readonly range: Range;
}

/** A heading of prose. */
export interface ProseHeading {
  /** The id that links use; undefined where it depends on what a component shows. */
  readonly slug: string | undefined;
}

/**
 * A paragraph, a heading or a cell as one reads it: its text as it is written, without the markup
 * in it.
 */
export interface Passage {
  readonly text: string;
  /** Where in the file a part of `text` is written. */
  rangeOf(start: number, end: number): Range;
}

/** The prose of a plan, as rules look at it. Ranges count from the beginning of the file. */
export class ProseModel {
  /** The syntax tree. Its positions count from the beginning of the prose. */
  readonly tree: Root;
  /** The prose as it is written. */
  readonly text: string;
  /** Where the prose begins in the file. */
  readonly start: number;
  /** All nodes of the tree, in the order of the text. */
  readonly nodes: readonly Nodes[];

  /**
   * @param file the text of the whole file
   * @param range where the prose lies in it
   * @param tree the syntax tree of the prose
   */
  constructor(file: string, range: Range, tree: Root) {
    this.tree = tree;
    this.text = file.slice(range.start, range.end);
    this.start = range.start;
    this.nodes = nodesOf(tree).map(({ node }) => node);
  }

  /** Where a node is written. */
  rangeOf(node: Pick<Nodes, 'position'>): Range {
    const start = node.position?.start.offset ?? 0;
    return this.range(start, node.position?.end.offset ?? start);
  }

  /** The part of the file that lies at these offsets of the prose. */
  range(start: number, end: number): Range {
    return { start: this.start + start, end: this.start + end };
  }

  /** What is written at a place of the file. */
  source({ start, end }: Range): string {
    return this.text.slice(start - this.start, end - this.start);
  }

  /** The components and HTML elements. */
  get elements(): ProseElement[] {
    return this.nodes.filter(
      (node) => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement',
    );
  }

  /** The value of an attribute with its quotes or braces; the attribute where it has none. */
  valueRange(attribute: ProseAttribute): Range {
    const range = this.rangeOf(attribute);
    const equals = /^[^\s=]+\s*=\s*/.exec(this.source(range))?.[0].length ?? 0;
    return { start: range.start + equals, end: range.end };
  }

  /** Where the name of a component is written; `<>` where it has none. */
  nameRange(element: ProseElement): Range {
    const range = this.rangeOf(element);
    if (element.name === null) return { start: range.start, end: range.start + 2 };
    const blank = /^<\s*/.exec(this.source(range))?.[0].length ?? 1;
    const start = range.start + blank;
    return { start, end: start + element.name.length };
  }

  /** All addresses: those of links, images and definitions. */
  get links(): ProseLink[] {
    return this.nodes.filter(hasAddress).map((node) => {
      const written = node.data?.destination;
      const range = written ? this.range(written.start, written.end) : this.rangeOf(node);
      return { url: node.url, range };
    });
  }

  get headings(): ProseHeading[] {
    const texts = this.nodes.filter((node) => node.type === 'heading').map(textOf);
    return headingSlugs(texts).map((slug) => ({ slug }));
  }

  get passages(): Passage[] {
    return this.nodes
      .filter(({ type }) => type === 'paragraph' || type === 'heading' || type === 'tableCell')
      .map((node) => this.#passage(node));
  }

  #passage(block: Nodes): Passage {
    let text = '';
    const parts: { readonly at: number; readonly start: number }[] = [];
    let written = block.position?.start.offset ?? 0;
    const add = (piece: string, start: number) => {
      parts.push({ at: text.length, start });
      text += piece;
      written = start + piece.length;
    };
    const read = (node: Nodes): void => {
      if (node.position) written = node.position.start.offset ?? written;
      if (node.type === 'text') {
        // The parser leaves a text that stood beside an address without its place.
        const start = node.position ? written : this.text.indexOf(node.value, written);
        const end = node.position?.end.offset ?? start + node.value.length;
        if (start >= 0) add(this.text.slice(start, end), start);
      } else if (isText(node)) {
        for (const child of node.children) read(child);
      } else add(node.type === 'break' ? '\n' : notText, written);
      if (node.position) written = node.position.end.offset ?? written;
    };
    if ('children' in block) for (const child of block.children) read(child);

    const offset = (index: number): number => {
      let low = 0;
      let high = parts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((parts[middle]?.at ?? 0) <= index) low = middle;
        else high = middle - 1;
      }
      const part = parts[low];
      return part ? part.start + index - part.at : 0;
    };
    return { text, rangeOf: (start, end) => this.range(offset(start), offset(end - 1) + 1) };
  }
}

/** How deep the tree is nested: a paragraph is 1, one in a list item 3. */
export function depthOf(tree: Root): number {
  return nodesOf(tree).reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}

/** Does without recursion: nothing is known yet of how deep the tree is. */
function nodesOf(tree: Root): { node: Nodes; depth: number }[] {
  const nodes: { node: Nodes; depth: number }[] = [];
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    nodes.push(next);
    const { node, depth } = next;
    if (!('children' in node)) continue;
    for (const child of node.children.toReversed()) open.push({ node: child, depth: depth + 1 });
  }
  return nodes;
}

function hasAddress(node: Nodes): node is Link | Image | Definition {
  return node.type === 'link' || node.type === 'image' || node.type === 'definition';
}

/** Whether the text in a node is text of the passage. A bare address is none. */
function isText(node: Nodes): node is Extract<Nodes, { children: unknown }> {
  if (!('children' in node) || node.children.length === 0) return false;
  return node.type !== 'link' || node.data?.destination !== undefined;
}

/** The text of a heading, where the tree tells it. */
function textOf(heading: Heading): string | undefined {
  let text = '';
  for (const { node } of nodesOf({ type: 'root', children: [heading] })) {
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type.startsWith('mdxJsx')) return undefined;
  }
  return text;
}
