import type { Node } from './yaml.ts';

/** What may stand between the last entry of a flow collection and its bracket. */
const gap = /(?:[\s,:]|(?<=\s)#[^\r\n]*)*/y;

/** Whether a collection is written in brackets. */
export function isFlow(node: Node, text: string): boolean {
  return node.type !== 'scalar' && /[[{]/.test(text[node.start] ?? '');
}

/**
 * Where a node ends. A tree knows it of scalars and aliases only.
 *
 * @returns undefined where that cannot be told for certain
 */
export function endOf(node: Node, text: string): number | undefined {
  if (node.type === 'scalar' || node.type === 'alias') {
    // Of what is left out, the place is that of something before it.
    return node.start === node.end ? undefined : node.end;
  }
  const last = lastIn(node);
  const inner = last ? endOf(last, text) : node.start + 1;
  if (inner === undefined || !isFlow(node, text)) return last && inner;
  gap.lastIndex = inner;
  const end = inner + (gap.exec(text)?.[0].length ?? 0);
  return text[end] === (node.type === 'map' ? '}' : ']') ? end + 1 : undefined;
}

function lastIn(node: Exclude<Node, { type: 'scalar' | 'alias' }>): Node | undefined {
  if (node.type === 'list') return node.items.at(-1);
  const entry = node.entries.at(-1);
  if (!entry) return undefined;
  const { key, value } = entry;
  return value.type === 'scalar' && value.start === value.end ? key : value;
}
