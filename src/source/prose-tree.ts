import type { Definition, Heading, Image, Link, Nodes, Paragraph, Root } from 'mdast';
import type {
  MdxFlowExpression,
  MdxJsxFlowElement,
  MdxJsxTextElement,
  MdxTextExpression,
} from 'mdast-util-mdx';
import { datesIn } from '../lifecycle/dates.ts';
import { misspellingsIn, notText } from '../lifecycle/vocabulary.ts';
import type {
  PassageFacts,
  ProseAttribute,
  ProseCode,
  ProseElement,
  ProseFacts,
  ProseLink,
} from './prose-facts.ts';
import { headingSlugs } from './slugs.ts';
import type { Range } from './text.ts';

/** The facts that a syntax tree of prose holds for rules. */
export function factsOf(tree: Root, text: string): ProseFacts {
  const nodes = nodesOf(tree).map(({ node }) => node);
  const among = elementsByParagraph(nodes);
  const headings = nodes.filter((node) => node.type === 'heading').map(textOf);
  return {
    code: nodes.flatMap((node) => codeIn(node, text)),
    elements: nodes.filter(isElement).map((node) => elementFacts(node, text, among)),
    links: nodes.filter(hasAddress).map(linkFacts),
    headings: headingSlugs(headings).map((slug) => ({ slug: slug ?? null })),
    passages: nodes
      .filter(isPassage)
      .map((node) => passageFacts(node, text))
      .filter(({ text: words }) => isTelling(words)),
  };
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Attribute = Element['attributes'][number];

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function isPassage({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell';
}

/** Whether a passage holds one of the things that rules look for in the text itself. */
function isTelling(words: string): boolean {
  return datesIn(words).length > 0 || misspellingsIn(words).length > 0;
}

function rangeOf({ position }: Pick<Nodes, 'position'>): Range {
  const start = position?.start.offset ?? 0;
  return { start, end: position?.end.offset ?? start };
}

function codeIn(node: Nodes, text: string): ProseCode[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return (node.data?.estree?.body ?? []).map(({ range: [start] = [0] }) => ({
        range: { start, end: start + 'import'.length },
        isStatement: true,
      }));
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node) ? [] : [{ range: rangeOf(node), isStatement: false }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes
        .map((attribute) => attributeFacts(attribute, text))
        .filter(({ isCode }) => isCode)
        .map(({ name, nameRange, valueRange }) => ({
          range: name === null ? nameRange : valueRange,
          isStatement: false,
        }));
    default:
      return [];
  }
}

/** Whether there is nothing between the braces but comments, as in `{/* draft *\/}`. */
function isComment({ data }: MdxFlowExpression | MdxTextExpression): boolean {
  const { body = [], comments = [] } = data?.estree ?? {};
  return body.length === 0 && comments.length > 0 && comments.every(({ type }) => type === 'Block');
}

function elementFacts(
  element: Element,
  text: string,
  among: ReadonlyMap<Nodes, readonly (string | null)[]>,
): ProseElement {
  return {
    name: element.name,
    nameRange: nameRange(element, text),
    isInline: element.type === 'mdxJsxTextElement',
    among: among.get(element) ?? [],
    isEmpty: element.children.length === 0,
    isClosed: text.slice(0, rangeOf(element).end).endsWith('/>'),
    attributes: element.attributes.map((attribute) => attributeFacts(attribute, text)),
  };
}

function nameRange(element: Element, text: string): Range {
  const { start, end } = rangeOf(element);
  if (element.name === null) return { start, end: start + 2 };
  const blank = /^<\s*/.exec(text.slice(start, end))?.[0].length ?? 1;
  return { start: start + blank, end: start + blank + element.name.length };
}

function attributeFacts(attribute: Attribute, text: string): ProseAttribute {
  const range = rangeOf(attribute);
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return { name: null, isCode: true, nameRange: range, valueRange: range };
  }
  const { name, value } = attribute;
  const equals = /^[^\s=]+\s*=\s*/.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  return {
    name,
    ...(typeof value === 'string' && { text: value }),
    isCode: typeof value === 'object' && value !== null,
    nameRange: { start: range.start, end: range.start + name.length },
    valueRange: { start: range.start + equals, end: range.end },
  };
}

/** The elements of paragraphs that hold nothing else: on lines of their own, to whoever reads them. */
function elementsByParagraph(nodes: readonly Nodes[]): Map<Nodes, readonly (string | null)[]> {
  const among = new Map<Nodes, readonly (string | null)[]>();
  for (const node of nodes) {
    if (node.type !== 'paragraph') continue;
    const parts = partsOf(node);
    const elements = parts.filter((part) => part.type === 'mdxJsxTextElement');
    if (elements.length !== parts.length) continue;
    const names = elements.map(({ name }) => name);
    for (const element of elements) among.set(element, names);
  }
  return among;
}

function partsOf({ children }: Paragraph): Paragraph['children'] {
  return children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
}

function linkFacts(node: Link | Image | Definition): ProseLink {
  return { url: node.url, range: node.data?.destination ?? rangeOf(node) };
}

/** A block's text as it is written, without the markup in it. */
function passageFacts(block: Nodes, prose: string): PassageFacts {
  let text = '';
  const parts: { at: number; start: number }[] = [];
  const add = (piece: string, start: number): void => {
    parts.push({ at: text.length, start });
    text += piece;
  };
  const read = (node: Nodes): void => {
    const { start, end } = rangeOf(node);
    if (isText(node, prose)) for (const child of node.children) read(child);
    else if (node.type === 'text') {
      for (const line of linesIn(prose.slice(start, end))) add(line.text, start + line.start);
    } else add(standIns[node.type] ?? notText, start);
  };
  if ('children' in block) for (const child of block.children) read(child);
  return { text, parts };
}

/** What parts words, though it is no text itself. */
const standIns: Partial<Record<Nodes['type'], string>> = { break: '\n', footnoteReference: ' ' };

/** The lines of a text, each with its end, and without the marks of quotations that it stands in. */
function* linesIn(text: string): Generator<{ text: string; start: number }> {
  let start = 0;
  for (const { 0: between, groups, index } of text.matchAll(betweenLines)) {
    const end = index + (groups?.end ?? '').length;
    yield { text: text.slice(start, end), start };
    start = index + between.length;
  }
  yield { text: text.slice(start), start };
}

const betweenLines = /(?<end>\r\n|\n|\r)[ \t]*(?:>[ \t]*)*/g;

export function depthOf(tree: Root): number {
  return nodesOf(tree).reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
}

/** Does without recursion: nothing is known yet of how deep the tree is. */
export function nodesOf(tree: Root): { node: Nodes; depth: number }[] {
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
function isText(node: Nodes, prose: string): node is Extract<Nodes, { children: unknown }> {
  if (!('children' in node) || node.children.length === 0) return false;
  return node.type !== 'link' || prose[rangeOf(node).start] === '[';
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
