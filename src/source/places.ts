import type { Path } from '../lifecycle/paths.ts';
import type { Range } from './text.ts';
import type { MapNode, Node } from './yaml.ts';

/**
 * The shortest token that stands for the value at `path`: a scalar is itself; a map or a list is
 * its key, or its first key where it is an item of a list; what comes through an alias is the alias.
 * Where the path leads nowhere, the nearest place above it is taken.
 */
export function placeOfValue(root: Node, path: Path): Range {
  const { node, key } = find(root, path);
  if (node.type === 'scalar' || node.type === 'alias') {
    return node.start === node.end && key ? key : node;
  }
  return key ?? firstKey(node) ?? node;
}

/** The key that leads to the value at `path`. */
export function placeOfKey(root: Node, path: Path): Range {
  const { node, key } = find(root, path);
  return key ?? firstKey(node) ?? node;
}

/** The node at `path`, or nothing where the path leads nowhere. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node && child(node, step)?.node;
  return node;
}

interface Found {
  readonly node: Node;
  /** The key of `node`, unless it is the root or an item of a list. */
  readonly key: Range | undefined;
}

function find(root: Node, path: Path): Found {
  let found: Found = { node: root, key: undefined };
  for (const step of path) {
    const next = child(found.node, step);
    if (!next) return found;
    found = next;
  }
  return found;
}

/** An alias has no children here: the alias is the token that a writer sees in this place. */
function child(node: Node, step: string | number): Found | undefined {
  if (node.type === 'map') {
    const entry = entryNamed(node, step);
    return entry && { node: entry.value, key: entry.key };
  }
  if (node.type === 'list' && typeof step === 'number') {
    const item = node.items[step];
    return item && { node: item, key: undefined };
  }
  return undefined;
}

type Entry = MapNode['entries'][number];

const entries = new WeakMap<MapNode, ReadonlyMap<string | number, Entry>>();

/** The entry of a map by its name. They are sorted once, so that a map of any size is quick to ask. */
export function entryNamed(map: MapNode, name: string | number): Entry | undefined {
  const known = entries.get(map) ?? new Map(map.entries.map((entry) => [entry.name, entry]));
  entries.set(map, known);
  return known.get(name);
}

function firstKey(node: Node): Range | undefined {
  return node.type === 'map' ? (node as MapNode).entries[0]?.key : undefined;
}
