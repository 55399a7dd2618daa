import { parser } from '@lezer/yaml';
import { limits, type Node, type ScalarNode } from '../source/yaml.ts';

type Syntax = ReturnType<typeof parser.parse>['topNode'];

/**
 * YAML as far as it can be read while somebody is writing it: unfinished lines become keys and
 * values in the place where they stand. Nothing is judged by it; it only tells what a writer is about.
 *
 * @param text the YAML text
 * @param base offset of `text` in its file; added to every place
 * @returns undefined where the text holds nothing, or more than anybody writes
 */
export function sketchYaml(text: string, base = 0): Node | undefined {
  if (text.length > longest || isNestedTooDeep(text)) return undefined;
  try {
    const content = contentOf(parser.parse(text).topNode.getChild('Document'));
    return content && new Sketcher(text, base).node(content, 0);
  } catch {
    // Some texts are made to break the parser; nobody writes in them.
    return undefined;
  }
}

/** Many times the length of a plan, and still quick to read on every keystroke. */
const longest = limits.bytes / 8;

/** The parser takes very long for what nobody writes: brackets or items in one another without an end. */
function isNestedTooDeep(text: string): boolean {
  if (itemsInItems.test(text)) return true;
  let levels = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    levels += bracket === '[' || bracket === '{' ? 1 : -1;
    if (levels > limits.levels) return true;
  }
  return false;
}

const itemsInItems = new RegExp(`(?:[-?:][ \\t]+){${limits.levels}}`);

class Sketcher {
  readonly #text: string;
  readonly #base: number;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  node(syntax: Syntax, level: number): Node {
    const place = { start: this.#base + syntax.from, end: this.#base + syntax.to };
    if (level > limits.levels)
      return { type: 'scalar', ...place, text: '', plain: true, block: false };
    switch (syntax.name) {
      case 'BlockMapping':
      case 'FlowMapping': {
        const pairs = syntax.getChildren('Pair');
        return {
          type: 'map',
          ...place,
          entries: pairs.flatMap((pair) => this.#entries(pair, level)),
        };
      }
      case 'BlockSequence':
      case 'FlowSequence': {
        const items = syntax.getChildren('Item');
        return { type: 'list', ...place, items: items.map((item) => this.#child(item, level)) };
      }
      case 'Anchored':
      case 'Tagged':
        return this.#child(syntax, level);
      default:
        return this.#scalar(syntax);
    }
  }

  /** A word that has no colon yet runs into the key on the next line: then there are two. */
  #entries(pair: Syntax, level: number) {
    const written = contentOf(pair.getChild('Key'));
    if (!written) return [];
    const keys = this.#lines(written);
    return keys.map((key, index) => {
      const isLast = index === keys.length - 1;
      const nothing = { ...key, start: key.end, text: '' };
      return { key, name: key.text, value: isLast ? this.#child(pair, level) : nothing };
    });
  }

  #lines(syntax: Syntax): ScalarNode[] {
    const whole = this.#scalar(syntax);
    return [...whole.text.matchAll(/\S[^\r\n]*/g)].map(({ 0: text, index }) => {
      const start = whole.start + index;
      return whole.plain ? { ...whole, text, start, end: start + text.length } : whole;
    });
  }

  /** What stands in `syntax`; nothing, at its end, where it is not written yet. */
  #child(syntax: Syntax, level: number): Node {
    const content = contentOf(syntax);
    if (content) return this.node(content, level + 1);
    const end = this.#base + syntax.to;
    return { type: 'scalar', start: end, end, text: '', plain: true, block: false };
  }

  #scalar({ name, from, to }: Syntax): ScalarNode {
    const written = this.#text.slice(from, to);
    const plain = name === 'Literal';
    const text = name === 'QuotedLiteral' ? written.replace(/^["']|["']$/g, '') : written;
    const place = { start: this.#base + from, end: this.#base + to };
    return { type: 'scalar', ...place, text, plain, block: name === 'BlockLiteral' };
  }
}

const contents = new Set([
  'BlockMapping',
  'FlowMapping',
  'BlockSequence',
  'FlowSequence',
  'Anchored',
  'Tagged',
  'Literal',
  'QuotedLiteral',
  'BlockLiteral',
  'Alias',
]);

function contentOf(syntax: Syntax | null): Syntax | undefined {
  for (let child = syntax?.firstChild; child; child = child.nextSibling) {
    if (contents.has(child.name)) return child;
  }
  return undefined;
}
