import type { Path } from '../lifecycle/paths.ts';
import type { Edit } from './edits.ts';
import { endOf, isFlow } from './node-ends.ts';
import { heldAt, isRepeated } from './nodes-at.ts';
import type { Lines } from './text.ts';
import type { ListNode, MapNode, Node } from './yaml.ts';

/** A text of data, and its tree. */
export interface Data {
  readonly root: Node;
  readonly text: string;
  readonly lines: Lines;
}

/**
 * Takes the entry or the item at `path` out of the data, with its lines and the remarks on it.
 *
 * @returns undefined where it cannot be told what belongs to it, so that something might be lost
 */
export function removal(data: Data, path: Path): Edit | undefined {
  const held = heldAt(data.root, path);
  if (!held || isRepeated(data.root, held.node)) return undefined;
  const { node, entry, parent } = held;
  if (entry) return isRepeated(data.root, entry.key) ? undefined : ofEntry(data, entry, parent);
  const index = path.at(-1);
  if (parent.type !== 'list' || typeof index !== 'number') return undefined;
  return isFlow(parent, data.text)
    ? ofFlowItem(data, parent, node, index)
    : ofBlockItem(data, parent, node, index);
}

function ofEntry(
  data: Data,
  { key, value }: MapNode['entries'][number],
  parent: Node,
): Edit | undefined {
  const { line, column } = data.lines.position(key.start);
  const isFirstOnLine =
    data.lines
      .line(line)
      .slice(0, column - 1)
      .trim() === '';
  if (isFlow(parent, data.text) || !isFirstOnLine) return undefined;
  const last = lastLineOf(data, value, column);
  return last === undefined ? undefined : withoutLines(data, line, last);
}

/** In brackets an item goes with the comma after it, the last one with the comma before it. */
function ofFlowItem({ text }: Data, list: ListNode, item: Node, index: number): Edit | undefined {
  const [before, after] = [list.items[index - 1], list.items[index + 1]];
  const from = before ? endOf(before, text) : list.start + 1;
  const end = endOf(item, text);
  if (from === undefined || end === undefined) return undefined;
  const isBare = (start: number, stop: number) => /^[\s,]*$/.test(text.slice(start, stop));
  if (!isBare(from, item.start) || (after && !isBare(end, after.start))) return undefined;
  return after
    ? { start: item.start, end: after.start, text: '' }
    : { start: before ? from : item.start, end, text: '' };
}

function ofBlockItem(data: Data, list: ListNode, item: Node, index: number): Edit | undefined {
  const { column } = data.lines.position(list.start);
  const hyphen = hyphenOf(data, item, column);
  const last = lastLineOf(data, item, column);
  if (hyphen === undefined || last === undefined) return undefined;
  const first = remarkAbove(data, list, index, hyphen);
  // A remark above the first item may be on all of them.
  if (index === 0 && first < hyphen && list.items.length > 1) return undefined;
  return withoutLines(data, first, last);
}

/** The line on which the hyphen of an item stands; undefined where something stands before it. */
function hyphenOf({ lines }: Data, item: Node, column: number): number | undefined {
  const indentation = ' '.repeat(column - 1);
  const isBegun = (text: string) =>
    text.startsWith(indentation) && /^-(?:[ \t]|$)/.test(text.slice(indentation.length));
  let { line } = lines.position(item.start);
  if (isBegun(lines.line(line))) return line;
  do line -= 1;
  while (line > 0 && /^\s*(?:#.*|&\S+\s*)?$/.test(lines.line(line)));
  return isBegun(lines.line(line)) ? line : undefined;
}

/** The first line of the remarks that stand just above an item; its own line where there is none. */
function remarkAbove({ text, lines }: Data, list: ListNode, index: number, line: number): number {
  const before = list.items[index - 1];
  const end = before && endOf(before, text);
  if (before && end === undefined) return line;
  const floor = end === undefined ? 0 : lines.position(end).line;
  let first = line;
  while (
    first - 1 > floor &&
    lines
      .line(first - 1)
      .trimStart()
      .startsWith('#')
  )
    first -= 1;
  return first;
}

/**
 * The last line of a node, remarks included that are indented further than what it belongs to;
 * undefined where something else stands on it.
 */
export function lastLineOf({ text, lines }: Data, node: Node, column: number): number | undefined {
  const end = endOf(node, text);
  if (end === undefined) return undefined;
  const { line } = lines.position(end);
  const rest = text.slice(end, lines.startOf(line) + lines.line(line).length);
  if (!/^:?(?:[ \t]+#.*|[ \t]*)$/.test(rest)) return undefined;
  const indentation = ' '.repeat(column);
  const isOwn = (text: string) => text.startsWith(indentation) && /^ *#/.test(text);
  let last = line;
  while (isOwn(lines.line(last + 1))) last += 1;
  return last;
}

/** Of empty lines on both sides those after it go as well; where nothing follows, those before it. */
function withoutLines({ lines }: Data, first: number, last: number): Edit {
  const isEmpty = (line: number) => line <= lines.count && lines.line(line).trim() === '';
  let start = first;
  let end = last + 1;
  let next = end;
  while (isEmpty(next)) next += 1;
  const isLast = next > lines.count || /^---\s*$/.test(lines.line(next));
  if (isLast) while (start > 1 && isEmpty(start - 1)) start -= 1;
  else if (isEmpty(first - 1)) end = next;
  return { start: lines.startOf(start), end: lines.startOf(end), text: '' };
}
