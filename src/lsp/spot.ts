import type { Path } from '../lifecycle/paths.ts';
import type { Range } from '../source/text.ts';
import type { Node } from '../source/yaml.ts';

/** A token of the data: what stands there, and where in the plan that is. */
export interface Spot {
  /** Path of the value, or of the value that the key is for. */
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly token: Range;
  readonly text: string;
}

/** The token that an offset lies in or at the end of. */
export function spotAt(root: Node, offset: number): Spot | undefined {
  for (const spot of spotsIn(root)) {
    if (spot.token.start <= offset && offset <= spot.token.end) return spot;
  }
  return undefined;
}

/** All tokens below a node, in the order in which they are written. */
export function* spotsIn(node: Node, path: Path = []): Generator<Spot> {
  if (node.type === 'list') {
    for (const [index, item] of node.items.entries()) yield* spotsIn(item, [...path, index]);
  } else if (node.type === 'map') {
    for (const { key, name, value } of node.entries) {
      yield { path: [...path, name], part: 'key', token: key, text: name };
      yield* spotsIn(value, [...path, name]);
    }
  } else if (node.end > node.start) {
    yield { path, part: 'value', token: node, text: node.type === 'scalar' ? node.text : '' };
  }
}
