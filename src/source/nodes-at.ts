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
  const holders = knownHolders.get(root) ?? holdersIn(root);
  knownHolders.set(root, holders);
  return holders.has(node);
}

const knownHolders = new WeakMap<Node, ReadonlySet<Node>>();

/** The nodes that aliases stand for, and those in which one of them lies. */
function holdersIn(root: Node): ReadonlySet<Node> {
  const repeated = repeatedIn(root);
  const holders = new Set<Node>();
  if (repeated.size === 0) return holders;
  // What lies in a node comes after it, so that all of it is known by then.
  for (const node of nodesIn(root).reverse()) {
    if (repeated.has(node) || partsOf(node).some((part) => holders.has(part))) holders.add(node);
  }
  return holders;
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
    for (const part of partsOf(next)) open.push(part);
  }
  return nodes;
}

function partsOf(node: Node): readonly Node[] {
  if (node.type === 'list') return node.items;
  return node.type === 'map' ? node.entries.flatMap(({ key, value }) => [key, value]) : [];
}
