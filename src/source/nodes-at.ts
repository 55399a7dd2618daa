import type { Path } from '../lifecycle/paths.ts';
import { entryNamed } from './places.ts';
import type { MapNode, Node } from './yaml.ts';

/** What stands at a path of the data, for those who mean to change it. */
export interface Held {
  readonly node: Node;
  /** The entry that leads to it; undefined for an item of a list. */
  readonly entry: MapNode['entries'][number] | undefined;
  readonly parent: Node;
}

/**
 * What stands at `path`. Undefined where an alias repeats it, or leads there: what is changed in one
 * place would change in another.
 */
export function heldAt(root: Node, path: Path): Held | undefined {
  const repeated = repeatedIn(root);
  let held: Held | undefined;
  let node = root;
  for (const step of path) {
    if (repeated.has(node)) return undefined;
    const parent = node;
    const entry = parent.type === 'map' ? entryNamed(parent, step) : undefined;
    const item = parent.type === 'list' && typeof step === 'number' && parent.items[step];
    const next = entry?.value ?? item;
    if (!next) return undefined;
    node = next;
    held = { node, entry, parent };
  }
  return held && !repeated.has(node) ? held : undefined;
}

/** Whether an alias stands for a part of a node, or for the node. */
export function isRepeated(root: Node, node: Node): boolean {
  const repeated = repeatedIn(root);
  return nodesIn(node).some((inner) => repeated.has(inner));
}

const known = new WeakMap<Node, ReadonlySet<Node>>();

/** The nodes that aliases stand for, in the tree below `root`. */
function repeatedIn(root: Node): ReadonlySet<Node> {
  const repeated =
    known.get(root) ??
    new Set(nodesIn(root).flatMap((node) => (node.type === 'alias' ? [node.target] : [])));
  known.set(root, repeated);
  return repeated;
}

/** All nodes as they are written: no alias is followed. */
function nodesIn(node: Node): Node[] {
  const nodes: Node[] = [];
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    nodes.push(next);
    if (next.type === 'list') for (const item of next.items) open.push(item);
    if (next.type === 'map') for (const { key, value } of next.entries) open.push(key, value);
  }
  return nodes;
}
