import { mermaidText } from '../mermaid/escape.ts';
import { visibleText } from '../visible-text.ts';

/** A box of the diagram, or a group of boxes. Its texts may be a plan's own. */
export interface Box {
  /** Made by the program, never a plan's text: mermaid reads it as syntax. */
  readonly id: string;
  /** The first line names it, the others say something about it. */
  readonly lines: readonly string[];
  /** What `diagram.css` knows it by. */
  readonly classes: readonly string[];
  /** Where a click on it leads; groups have no link of their own. */
  readonly link?: { readonly href: string; readonly title: string } | undefined;
  /** What a group holds; a box of its own where it holds nothing. */
  readonly boxes?: readonly Box[];
}

/** What leads from one box to another; `diagram.css` knows it by its kind. */
export type EdgeKind = 'by-hand' | 'odm-xml' | 'carried' | 'clone' | 'promotion' | 'migrated';

export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

export interface Flowchart {
  readonly title: string;
  readonly description: string;
  readonly direction: Direction;
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  /** Boxes that stand behind others although no edge leads to them. */
  readonly behind?: readonly { readonly box: string; readonly last: string }[];
  /** Looks that the text itself has to bring, by class, where no style sheet does. */
  readonly looks?: ReadonlyMap<string, string>;
}

/** From top to bottom, or from left to right. */
export type Direction = 'TB' | 'LR';

/** The line of an edge, before and after its label: thick is promoted, dotted is done by hand. */
const lines: Readonly<Record<EdgeKind, readonly [string, string]>> = {
  'by-hand': ['-.', '.->'],
  'odm-xml': ['-.', '.->'],
  carried: ['-.', '.->'],
  clone: ['--', '-->'],
  promotion: ['==', '==>'],
  migrated: ['--', '-->'],
};

/** Writes a flowchart as mermaid text, one fact a line, so that it reads well in a pull request. */
export function writeFlowchart(chart: Flowchart): string {
  const { title, description, direction, boxes, edges, behind = [], looks = new Map() } = chart;
  const sections = [
    [`accTitle: ${literal(title)}`, `accDescr: ${literal(description)}`],
    boxes.flatMap(boxLines),
    edges.map(edgeLine),
    behind.map(({ box, last }) => `${last} ~~~ ${box}`),
    [...looks].map(([name, look]) => `classDef ${name} ${look}`),
    classLines(boxes),
    withInner(boxes).flatMap(clickLine),
  ];
  const written = sections.filter((section) => section.length > 0).map(indented);
  return `flowchart ${direction}\n${written.join('\n\n')}\n`;
}

function boxLines(box: Box): string[] {
  if (!box.boxes?.length) return [`${box.id}[${label(box.lines)}]`];
  return [
    `subgraph ${box.id} [${label(box.lines)}]`,
    '  direction TB',
    ...box.boxes.flatMap(boxLines).map((line) => `  ${line}`),
    // An invisible line keeps them one above the other.
    ...(box.boxes.length > 1 ? [`  ${box.boxes.map(({ id }) => id).join(' ~~~ ')}`] : []),
    'end',
  ];
}

function edgeLine(edge: Edge, index: number, edges: readonly Edge[]): string {
  const [start, end] = lines[edge.kind];
  const earlier = edges.slice(0, index).filter(({ kind }) => kind === edge.kind).length;
  const id = `${edge.kind.replaceAll('-', '_')}${earlier === 0 ? '' : earlier + 1}`;
  return `${edge.from} ${id}@${start} ${label(edge.lines)} ${end} ${edge.to}`;
}

/** One line for each class: what is planned, say, stands together. */
function classLines(boxes: readonly Box[]): string[] {
  const members = new Map<string, string[]>();
  for (const { id, classes } of withInner(boxes)) {
    for (const name of classes) members.set(name, [...(members.get(name) ?? []), id]);
  }
  return [...members].map(([name, ids]) => `class ${ids.join(',')} ${name}`);
}

function clickLine({ id, link }: Box): string[] {
  return link ? [`click ${id} href "${link.href}" ${label([link.title])}`] : [];
}

function withInner(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => [box, ...withInner(box.boxes ?? [])]);
}

function label(texts: readonly string[]): string {
  return `"${texts.map(literal).join('<br/>')}"`;
}

/** Mermaid marks its entities with `ﬂ°` and `¶ß` while it works, and takes a plan's for its own. */
function literal(text: string): string {
  const line = visibleText(text).replaceAll('ﬂ', 'fl').replaceAll('¶ß', '¶\u200cß');
  return mermaidText(line);
}

function indented(section: readonly string[]): string {
  return section.map((line) => `  ${line}`).join('\n');
}
