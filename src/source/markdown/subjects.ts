import type { Nodes, Root } from 'mdast';
import { nodesOf } from '../prose-tree.ts';

type Subject = (node: Nodes, prose: string) => boolean;

const of =
  (...types: readonly Nodes['type'][]): Subject =>
  ({ type }) =>
    types.includes(type);

/**
 * What the rules of remark-lint speak of. Each looks through the whole tree, and in most prose a good part
 * of them could find nothing.
 */
export const subjects: Readonly<Record<string, Subject>> = {
  'hard-break-spaces': of('break'),
  'list-item-bullet-indent': of('list'),
  'list-item-indent': of('list'),
  'no-blockquote-without-marker': of('blockquote'),
  'no-duplicate-definitions': of('definition', 'footnoteDefinition'),
  'no-heading-content-indent': of('heading'),
  'no-literal-urls': of('link'),
  'no-shortcut-reference-image': of('imageReference'),
  'no-shortcut-reference-link': of('linkReference'),
  'no-undefined-references': ({ type }, prose) => type === 'root' && prose.includes('['),
  'no-unused-definitions': of('definition', 'footnoteDefinition'),
  'ordered-list-marker-style': (node) => node.type === 'list' && node.ordered === true,
};

/** The rules, of those above, that have something to speak of in prose. */
export function spokenOf(tree: Root, prose: string): ReadonlySet<string> {
  const unheard = new Map(Object.entries(subjects));
  const spoken = new Set<string>();
  for (const { node } of nodesOf(tree)) {
    for (const [rule, isSubject] of unheard) {
      if (!isSubject(node, prose)) continue;
      spoken.add(rule);
      unheard.delete(rule);
    }
  }
  return spoken;
}
