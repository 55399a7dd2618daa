import type { Path } from '../lifecycle/paths.ts';
import type { Edit } from './edits.ts';
import { heldAt, isRepeated } from './nodes-at.ts';
import { entryNamed } from './places.ts';
import { scalarText } from './scalar-text.ts';
import type { Node } from './yaml.ts';

/** Changes to tokens of the data: whatever stands around them stays. Undefined where none is sure. */

/** Writes another scalar where the scalar at `path` stands. */
export function rewriteValue(
  root: Node,
  text: string,
  path: Path,
  value: string | number | boolean,
): Edit | undefined {
  const held = heldAt(root, path);
  return held && rewritten(held.node, text, value);
}

/** Gives the entry at `path` another key, unless its map has one of that name. */
export function rewriteKey(root: Node, text: string, path: Path, name: string): Edit | undefined {
  const { entry, parent } = heldAt(root, path) ?? {};
  if (!entry || parent?.type !== 'map' || isRepeated(root, entry.key)) return undefined;
  if (entryNamed(parent, name)) return undefined;
  return rewritten(entry.key, text, name);
}

function rewritten(node: Node, text: string, value: string | number | boolean): Edit | undefined {
  if (node.type !== 'scalar' || node.block || node.start === node.end) return undefined;
  const { start, end } = node;
  return { start, end, text: scalarText(value, node, text) };
}
