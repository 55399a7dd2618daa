import { type Node, resolve, type ScalarNode } from './yaml.ts';

/** What YAML scalars, lists and maps are as values. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Whether a key is the team's own: left alone at every level. */
export function isTeamsOwn(key: string): boolean {
  return key.startsWith('x-');
}

/** Maps that inherit nothing. `Object.create(null)` makes such, too, but it takes longer to find a key in them. */
const Entries = function Entries() {} as unknown as new () => { [key: string]: Value };
Entries.prototype = Object.create(null);

/**
 * The values of a node, without the team's own keys unless they are asked for. Text stays text: only `true`, `false`, null
 * and whole numbers are resolved, and a whole number only where its text can be had back from it.
 * Maps have no prototype, so that a key such as `constructor` is a key like any other.
 */
export function valuesOf(node: Node, { teamsOwn = false } = {}): Value {
  const target = resolve(node);
  if (target.type === 'scalar') return scalar(target);
  if (target.type === 'list') return target.items.map((item) => valuesOf(item, { teamsOwn }));
  const map = new Entries();
  for (const { name, value } of target.entries) {
    if (teamsOwn || !isTeamsOwn(name)) map[name] = valuesOf(value, { teamsOwn });
  }
  return map;
}

function scalar(node: ScalarNode): Value {
  if (!node.plain) return node.text;
  switch (node.text) {
    case '':
    case '~':
    case 'null':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
  }
  if (/^-?\d+$/.test(node.text) && String(Number(node.text)) === node.text)
    return Number(node.text);
  return node.text;
}
