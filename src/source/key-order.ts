import { planSchema } from '../../schemas/plan.ts';
import { keysAt } from '../../schemas/walk.ts';
import type { Path } from '../lifecycle/paths.ts';
import { isFlow } from './node-ends.ts';
import { type Data, lastLineOf } from './removal.ts';
import type { ListNode, MapNode, Node } from './yaml.ts';

/** Nobody can tell where a part of the text belongs, so that it must not move. */
export class Uncertain extends Error {
  /** Offset of the part. */
  readonly at: number;

  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

/**
 * The text of a plan with the keys of each block in the order of the format, each with its remarks and its
 * whole value. Ids of environments, items of lists and what stands in brackets keep their order; a key of
 * the team's own stays behind the key that it follows.
 *
 * @throws {Uncertain} where something of a block that is to be put in order cannot be moved for certain
 */
export function inKeyOrder(data: Data): string {
  return new Sorter(data).sorted(data.root, [], 0, data.text.length);
}

/** An entry with its remarks, from the beginning of a line to that of another. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isRemarked: boolean;
}

class Sorter {
  readonly #data: Data;

  constructor(data: Data) {
    this.#data = data;
  }

  /** The text from `start` to `end`, in which `node` lies, with all blocks of it in order. */
  sorted(node: Node, path: Path, start: number, end: number): string {
    const { text } = this.#data;
    if (isFlow(node, text)) return text.slice(start, end);
    if (node.type === 'list') return this.#list(node, path, start, end);
    return node.type === 'map' && node.entries.length > 0
      ? this.#map(node, path, start, end)
      : text.slice(start, end);
  }

  #list({ items }: ListNode, path: Path, start: number, end: number): string {
    const starts = items.map((item) => item.start);
    const parts = items.map((item, index) =>
      this.sorted(item, [...path, index], item.start, starts[index + 1] ?? end),
    );
    return this.#data.text.slice(start, starts[0] ?? end) + parts.join('');
  }

  #map(map: MapNode, path: Path, start: number, end: number): string {
    const order = orderOf(map, path);
    if (order.some((place, index) => place !== index)) {
      return this.#reordered(map, order, path, start, end);
    }
    const starts = map.entries.map(({ key }) => key.start);
    const parts = map.entries.map(({ name, value }, index) => {
      const [from, to] = [starts[index] ?? end, starts[index + 1] ?? end];
      return this.sorted(value, [...path, name], from, to);
    });
    return this.#data.text.slice(start, starts[0]) + parts.join('');
  }

  /** @param order which of the entries comes at each place */
  #reordered(
    { entries }: MapNode,
    order: readonly number[],
    path: Path,
    start: number,
    end: number,
  ): string {
    const { text, lines } = this.#data;
    const first = entries[0]?.key.start ?? start;
    const { line, column } = lines.position(first);
    const pieces = entries.map((entry, index) => this.#piece(entry, path, column, index === 0));
    const gaps = pieces.slice(1).map((piece, index) => this.#gap(pieces[index]?.end ?? 0, piece));
    const last = pieces.at(-1)?.end ?? end;
    if (!/[\r\n]/.test(text[last - 1] ?? '')) throw new Uncertain(last, 'this line does not end');

    const newFirst = pieces[order[0] ?? 0];
    const isBehindHyphen = text.slice(lines.startOf(line), first).trim() !== '';
    if (isBehindHyphen && newFirst?.isRemarked) {
      throw new Uncertain(newFirst.start, 'this remark would come between a hyphen and its key');
    }
    if (!isBehindHyphen && newFirst !== pieces[0] && this.#isRemark(line - 1)) {
      const remark = lines.startOf(line - 1);
      throw new Uncertain(remark, 'this remark may be on one key or on all of them');
    }
    const sorted = order.map((index, place) => (pieces[index]?.text ?? '') + (gaps[place] ?? ''));
    return text.slice(start, first) + sorted.join('').slice(column - 1) + text.slice(last, end);
  }

  /** @param column that of all keys of the map */
  #piece(
    { key, name, value }: MapNode['entries'][number],
    path: Path,
    column: number,
    isFirst: boolean,
  ): Piece {
    const { lines, text } = this.#data;
    const { line, column: own } = lines.position(key.start);
    const before = text.slice(lines.startOf(line), key.start);
    const isAlone = isFirst ? /^\s*(?:- +)*$/ : /^ *$/;
    if (own !== column || !isAlone.test(before)) {
      throw new Uncertain(key.start, 'something stands before this key');
    }
    const last = lastLineOf(this.#data, value.start === value.end ? key : value, column);
    if (last === undefined) {
      throw new Uncertain(key.start, 'it is not certain where the value of this key ends');
    }
    const remark = isFirst ? line : this.#firstRemark(line, column);
    const start = isFirst ? key.start : lines.startOf(remark);
    const end = lines.startOf(last + 1);
    const indentation = isFirst ? ' '.repeat(column - 1) : text.slice(start, key.start);
    const sorted = this.sorted(value, [...path, name], key.start, end);
    return { text: indentation + sorted, start, end, isRemarked: remark < line };
  }

  /** The first of the lines of remarks just above a key, all of them indented as it is. */
  #firstRemark(line: number, column: number): number {
    const { lines } = this.#data;
    const own = `${' '.repeat(column - 1)}#`;
    let first = line;
    while (lines.line(first - 1).startsWith(own)) first -= 1;
    return first;
  }

  /** The empty lines before a piece: they stay where they are. */
  #gap(end: number, { start }: Piece): string {
    const gap = this.#data.text.slice(end, start);
    if (gap.trim() === '') return gap;
    throw new Uncertain(end + gap.search(/\S/), 'it is not certain which key this remark is on');
  }

  #isRemark(line: number): boolean {
    return this.#data.lines.line(line).trimStart().startsWith('#');
  }
}

/** Which entry comes at each place. */
function orderOf({ entries }: MapNode, path: Path): number[] {
  const known = keysAt(planSchema(), path);
  let rank = -1;
  const ranks = entries.map(({ name }) => {
    const own = known.indexOf(name);
    if (own >= 0) rank = own;
    return rank;
  });
  return entries
    .map((_, index) => index)
    .toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
}
