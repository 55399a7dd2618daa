import { type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import { quote } from '../lifecycle/words.ts';
import type { Range } from './text.ts';
import { explain, forbiddenCharacter, tooDeep } from './yaml-errors.ts';

/**
 * YAML text to nodes with places. The grammar is js-yaml's; here its events become a tree, and what
 * a plan may not use is refused: tags, merge keys, duplicate keys, undefined aliases, too much.
 */

export type Node = ScalarNode | MapNode | ListNode | AliasNode;

export interface ScalarNode extends Range {
  readonly type: 'scalar';
  readonly text: string;
  /** Written without quotes and not as a block, so that it may be a number, a flag or null. */
  readonly plain: boolean;
  /** Written on lines of its own, below a `|` or `>`. */
  readonly block: boolean;
}

export interface MapNode extends Range {
  readonly type: 'map';
  readonly entries: { readonly key: Node; readonly name: string; readonly value: Node }[];
}

export interface ListNode extends Range {
  readonly type: 'list';
  readonly items: Node[];
}

export interface AliasNode extends Range {
  readonly type: 'alias';
  readonly target: Node;
}

/** What may be in one plan, so that no file can exhaust the machine. */
export const limits = {
  bytes: 1_048_576,
  levels: 64,
  /** Once aliases are followed. */
  nodes: 100_000,
  /** UTF-16 units of text, once aliases are followed. */
  characters: 2_097_152,
  environments: 500,
  /** UTF-16 units of a key; YAML itself knows no longer one before its colon. */
  key: 1_024,
  /** Keys and values that are wrong or missing: more than anybody mends before asking again. */
  problems: 10_000,
} as const;

/** The text is not YAML that a plan may be written in. */
export class YamlError extends Error {
  readonly start: number;
  readonly end: number;
  readonly help: string;

  constructor(range: Range, message: string, help: string) {
    super(message);
    this.start = range.start;
    this.end = range.end;
    this.help = help;
  }
}

/**
 * Parses one YAML document.
 *
 * @param text the YAML text
 * @param base offset of `text` in its file; added to every place
 * @returns the root node, or undefined where the text holds nothing
 * @throws {YamlError} with the place of the first thing that is wrong
 */
export function parseYaml(text: string, base = 0): Node | undefined {
  refuseUnprintable(text, base);
  return new Composer(text, base).compose(events(text, base));
}

/** The node itself, or what an alias stands for. */
export function resolve(node: Node): Exclude<Node, AliasNode> {
  let target = node;
  while (target.type === 'alias') target = target.target;
  return target;
}

/** What YAML allows in a file; the parser alone overlooks some of it in comments. */
const unprintable = /[^\t\n\r\x20-\x7e\x85\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

function refuseUnprintable(text: string, base: number): void {
  const at = text.search(unprintable);
  if (at < 0) return;
  const { message, help } = forbiddenCharacter;
  const { start, end } = oneCharacter(text, at);
  throw new YamlError({ start: base + start, end: base + end }, message, help);
}

function events(text: string, base: number): Event[] {
  try {
    // The parser counts its own levels, more than one for some of a plan's; this keeps it from
    // exhausting the stack, and the exact limit is kept below.
    return parseEvents(text, { maxDepth: 4 * limits.levels });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = Math.min(error.mark?.position ?? 0, text.length);
    const { message, help, place } = explain(error.reason, text, at);
    const { start, end } = place ?? oneCharacter(text, at);
    throw new YamlError({ start: base + start, end: base + end }, message, help);
  }
}

/** The character at `at`, or nothing at the end of a line or of the text. */
function oneCharacter(text: string, at: number): Range {
  const character = text.codePointAt(at);
  const width =
    character === undefined || /[\r\n]/.test(text[at] ?? '') ? 0 : character > 0xffff ? 2 : 1;
  return { start: at, end: at + width };
}

/** How much a node holds once its aliases are followed. */
interface Extent {
  nodes: number;
  characters: number;
  levels: number;
}

/** A map or a list whose end has not come yet. */
interface Open {
  readonly node: MapNode | ListNode;
  readonly anchor: string | undefined;
  readonly extent: Extent;
  /** The names of a map's keys so far. */
  readonly names: Set<string>;
  key: Node | undefined;
}

/** Where the text of a value stands. */
interface Spread {
  readonly valueStart: number;
  readonly valueEnd: number;
}

class Composer {
  readonly #text: string;
  readonly #base: number;
  readonly #anchors = new Map<string, { node: Node; extent: Extent }>();
  readonly #openAnchors = new Set<string>();

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  compose(events: Event[]): Node | undefined {
    const open: Open[] = [];
    let documents = 0;
    let root: Node | undefined;
    let last = 0;

    const add = (node: Node, extent: Extent, anchor: string | undefined) => {
      if (anchor !== undefined) this.#anchors.set(anchor, { node, extent });
      const parent = open.at(-1);
      if (!parent) {
        root ??= node;
        return;
      }
      parent.extent.nodes += extent.nodes;
      parent.extent.characters += extent.characters;
      parent.extent.levels = Math.max(parent.extent.levels, extent.levels + 1);
      this.#refuseTooMuch(parent.extent, node);
      if (parent.node.type === 'list') parent.node.items.push(node);
      else if (parent.key === undefined) parent.key = this.#key(parent.names, node);
      else {
        const name = textOf(parent.key);
        parent.node.entries.push({ key: parent.key, name, value: node });
        parent.key = undefined;
      }
    };

    for (const event of events) {
      switch (event.type) {
        case 1:
          documents += 1;
          if (documents > 1) this.#refuseSecondDocument(last);
          if (event.explicitStart) last = this.#text.search(/^---/m) + 3;
          break;
        case 2:
        case 3: {
          this.#refuseTag(event);
          const start = this.#base + event.start;
          const node: MapNode | ListNode =
            event.type === 2
              ? { type: 'list', start, end: start + 1, items: [] }
              : { type: 'map', start, end: start + 1, entries: [] };
          const anchor = this.#anchor(event);
          if (anchor !== undefined) this.#openAnchors.add(anchor);
          this.#refuseTooDeep(open.length + 1, node);
          const extent = { nodes: 1, characters: 0, levels: 1 };
          open.push({ node, anchor, extent, names: new Set(), key: undefined });
          break;
        }
        case 4: {
          this.#refuseTag(event);
          const quoted = event.style === 2 || event.style === 3;
          const absent = event.valueStart < 0;
          const text = absent ? '' : getScalarValue(this.#text, event);
          this.#refuseHalfCharacters(text, event);
          const written = absent
            ? { start: last, end: last }
            : trimmed(this.#text, event.valueStart, event.valueEnd, event.style > 3);
          const margin = quoted ? 1 : 0;
          const start = this.#base + written.start - margin;
          const end = this.#base + written.end + margin;
          if (!absent) last = event.valueEnd + margin;
          const plain = event.style === 1;
          const block = event.style > 3;
          const node: ScalarNode = { type: 'scalar', start, end, text, plain, block };
          const extent = { nodes: 1, characters: text.length, levels: 0 };
          add(node, extent, this.#anchor(event));
          break;
        }
        case 5: {
          const name = this.#text.slice(event.anchorStart, event.anchorEnd);
          const place = {
            start: this.#base + event.anchorStart - 1,
            end: this.#base + event.anchorEnd,
          };
          last = event.anchorEnd;
          const { node: target, extent } = this.#target(name, place);
          this.#refuseTooDeep(open.length + extent.levels, place);
          add({ type: 'alias', ...place, target }, extent, undefined);
          break;
        }
        case 6: {
          const closed = open.pop();
          if (!closed) break;
          if (closed.anchor !== undefined) this.#openAnchors.delete(closed.anchor);
          add(closed.node, closed.extent, closed.anchor);
          break;
        }
      }
    }
    return root;
  }

  #anchor(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    if (event.anchorStart < 0) return undefined;
    return this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #target(name: string, place: Range): { node: Node; extent: Extent } {
    if (this.#openAnchors.has(name)) {
      throw new YamlError(
        place,
        `The alias ${quote(`*${name}`)} stands inside the block it names`,
        'A block cannot contain itself. Write the part that is meant in full.',
      );
    }
    const anchor = this.#anchors.get(name);
    if (anchor) return anchor;
    throw new YamlError(
      place,
      `The alias ${quote(`*${name}`)} has no anchor ${quote(`&${name}`)} above it`,
      `Put ${quote(`&${name}`)} in front of the value that is meant, or write the value in full; text that begins with \`*\` needs quotes.`,
    );
  }

  #key(names: Set<string>, node: Node): Node {
    const target = resolve(node);
    if (target.type !== 'scalar') {
      throw new YamlError(
        node,
        'A key must be plain text, not a list or a map',
        'Give the entry a name of its own; text that begins with `[` or `{` needs quotes.',
      );
    }
    if (target.text === '<<') {
      throw new YamlError(
        node,
        'The merge key `<<` is not part of the plan format',
        'Write the keys out where they hold, so that a reviewer sees each of them.',
      );
    }
    if (names.has(target.text)) {
      throw new YamlError(
        node,
        `The key ${quote(target.text)} stands here a second time`,
        'Keep one of the two: a reader could not tell which one holds.',
      );
    }
    if (target.text.length > limits.key) {
      throw new YamlError(
        node,
        `This key has more than ${limits.key.toLocaleString('en')} characters`,
        'Keys are names: give the entry a short one.',
      );
    }
    names.add(target.text);
    return node;
  }

  /** An escape such as `\uD800` can write what no text may hold. */
  #refuseHalfCharacters(text: string, { valueStart, valueEnd }: Spread): void {
    if (text.isWellFormed()) return;
    throw new YamlError(
      { start: this.#base + valueStart, end: this.#base + valueEnd },
      'An escape in this text stands for no character',
      'Write the character itself: a plan is UTF-8.',
    );
  }

  #refuseTag(event: { tagStart: number; tagEnd: number }): void {
    if (event.tagStart < 0) return;
    const tag = this.#text.slice(event.tagStart, event.tagEnd);
    throw new YamlError(
      { start: this.#base + event.tagStart, end: this.#base + event.tagEnd },
      `The tag ${quote(tag)} is not part of the plan format`,
      'Leave the tag out: whether a value is text, a date or a number follows from its key. Text that begins with `!` needs quotes.',
    );
  }

  #refuseTooDeep(levels: number, place: Range): void {
    if (levels <= limits.levels) return;
    throw new YamlError(place, tooDeep.message, tooDeep.help);
  }

  #refuseTooMuch(extent: Extent, node: Range): void {
    if (extent.nodes > limits.nodes) {
      throw new YamlError(
        node,
        `The plan holds more than ${limits.nodes.toLocaleString('en')} values`,
        'No plan needs so many; an alias that repeats other aliases multiplies what they hold.',
      );
    }
    if (extent.characters > limits.characters) {
      throw new YamlError(
        node,
        `The plan holds more than ${limits.characters.toLocaleString('en')} characters, those that aliases repeat counted each time`,
        'Shorten the text that is repeated, or keep it in a file beside the plan.',
      );
    }
  }

  #refuseSecondDocument(last: number): void {
    const separator = /^(---|\.\.\.)/m.exec(this.#text.slice(last));
    const at = this.#base + last + (separator?.index ?? 0);
    throw new YamlError(
      { start: at, end: at + (separator?.[0].length ?? 0) },
      'A second document begins here; a plan is one document',
      'Give the second plan a file of its own, or remove the `---`.',
    );
  }
}

function textOf(key: Node): string {
  const target = resolve(key);
  return target.type === 'scalar' ? target.text : '';
}

/** A block scalar's range without the indentation before and the line end after it. */
function trimmed(text: string, start: number, end: number, block: boolean): Range {
  if (!block) return { start, end };
  const written = text.slice(start, end);
  const first = start + (written.length - written.trimStart().length);
  return { start: Math.min(first, end), end: Math.max(first, start + written.trimEnd().length) };
}
