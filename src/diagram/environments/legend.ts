import type { Box, EdgeKind, Flowchart } from './flowchart.ts';

/** A look that a drawing has, and what it means. */
export interface Sign {
  readonly shape: 'box' | 'edge';
  /** What `diagram.css` knows the look by. */
  readonly classes: readonly string[];
  readonly meaning: string;
}

const ofBoxes: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: 'controlled', meaning: 'under change control' },
  { name: 'planned', meaning: 'planned' },
  { name: 'ended', meaning: 'ended' },
  { name: 'shared', meaning: 'kept by IQVIA' },
];

/** Kinds that look the same are one sign. */
const ofEdges: readonly {
  readonly classes: readonly string[];
  readonly meanings: ReadonlyMap<EdgeKind, string>;
}[] = [
  {
    classes: ['edge-pattern-dotted'],
    meanings: new Map([
      ['by-hand', 'by hand'],
      ['odm-xml', 'as ODM XML'],
      ['carried', 'carried over'],
    ]),
  },
  { classes: ['clone'], meanings: new Map([['clone', 'clone']]) },
  { classes: ['edge-thickness-thick'], meanings: new Map([['promotion', 'promotion']]) },
  { classes: ['migrated'], meanings: new Map([['migrated', 'migration']]) },
];

/** What the signs of a drawing mean: those that occur in it, and no others. */
export function legendOf({ boxes, edges }: Flowchart): Sign[] {
  const classes = new Set(boxes.flatMap(allClasses));
  const kinds = new Set(edges.map(({ kind }) => kind));
  return [
    ...ofBoxes.filter(({ name }) => classes.has(name)).map(boxSign),
    ...ofEdges.flatMap(({ classes, meanings }) => {
      const present = [...meanings].filter(([kind]) => kinds.has(kind));
      const meaning = present.map(([, words]) => words).join(', ');
      return meaning === '' ? [] : [{ shape: 'edge' as const, classes, meaning }];
    }),
  ];
}

function boxSign({ name, meaning }: (typeof ofBoxes)[number]): Sign {
  return { shape: 'box', classes: ['environment', name], meaning };
}

function allClasses({ classes, state, boxes = [] }: Box): string[] {
  return [...classes, ...(state ? [state] : []), ...boxes.flatMap(allClasses)];
}
