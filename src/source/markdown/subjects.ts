import type { Nodes, Root } from 'mdast';
import { nodesOf } from '../prose-tree.ts';

interface Subject {
  readonly types: readonly Nodes['type'][];
  /** How a node is written that a rule may say something of; by default, it may of each. */
  readonly source?: RegExp;
}

/**
 * What the rules of remark-lint speak of. Each looks through the whole tree, and in most prose hardly one
 * could find anything.
 */
export const subjects: Readonly<Record<string, Subject>> = {
  'hard-break-spaces': { types: ['break'] },
  'list-item-bullet-indent': { types: ['list'] },
  'list-item-indent': { types: ['listItem'], source: /^(?!\S+ \S)/ },
  'no-blockquote-without-marker': { types: ['blockquote'] },
  'no-duplicate-definitions': { types: ['definition', 'footnoteDefinition'] },
  'no-heading-content-indent': { types: ['heading'], source: /#[ \t]{2}|[ \t]{2}#/ },
  'no-literal-urls': { types: ['link'], source: /^[^[]/ },
  'no-shortcut-reference-image': { types: ['imageReference'] },
  'no-shortcut-reference-link': { types: ['linkReference'] },
  'no-undefined-references': { types: ['text'], source: /\[/ },
  'no-unused-definitions': { types: ['definition', 'footnoteDefinition'] },
  'ordered-list-marker-style': { types: ['listItem'], source: /^\d+\)/ },
};

/** The rules, of those above, that have something to speak of in prose. */
export function spokenOf(tree: Root, prose: string): ReadonlySet<string> {
  const spoken = new Set<string>();
  for (const { node } of nodesOf(tree)) {
    for (const { rule, source } of byType.get(node.type) ?? []) {
      if (!spoken.has(rule) && (!source || source.test(writtenAs(node, prose)))) spoken.add(rule);
    }
  }
  return spoken;
}

const byType = Map.groupBy(
  Object.entries(subjects).flatMap(([rule, { types, source }]) =>
    types.map((type) => ({ type, rule, source })),
  ),
  ({ type }) => type,
);

/** No rule says anything of what has no place. */
function writtenAs({ position }: Nodes, prose: string): string {
  return prose.slice(position?.start.offset, position?.end.offset ?? 0);
}
