import { mermaidText } from '../mermaid/escape.ts';
import type { LabelPlace } from '../mermaid/label-room.ts';
import { visibleText } from '../visible-text.ts';

/** A box of the diagram, or a group of boxes. Its texts may be a plan's own. */
export interface Box {
  /** Made by the program, never a plan's text: mermaid reads it as syntax. */
  readonly id: string;
  /** The first line names it, the others say something about it. */
  readonly lines: readonly string[];
  /** What `diagram.css` knows it by. */
  readonly classes: readonly string[];
  /** Where it stands in time, which `diagram.css` knows it by as well. */
  readonly state?: string | undefined;
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

/** How the parts of a flowchart are written that tell one customer's from another's. */
export interface Wording {
  text(text: string): string;
  /** The lines of a label. */
  label(lines: readonly string[], place: LabelPlace): readonly string[];
  state(state: string, box: string): string;
  href(href: string, box: string): string;
}

/** As they are. */
const literally: Wording = {
  text: literal,
  label: (lines) => lines.map(literal),
  state: (state) => state,
  href: (href) => href,
};

/**
 * Writes a flowchart as mermaid text, one fact a line, so that it reads well in a pull request.
 *
 * @param wording how texts, states and addresses are written; as they are when left out
 */
export function writeFlowchart(chart: Flowchart, wording: Wording = literally): string {
  const { title, description, direction, boxes, edges, behind = [], looks = new Map() } = chart;
  const all = withInner(boxes);
  const sections = [
    [`accTitle: ${wording.text(title)}`, `accDescr: ${wording.text(description)}`],
    boxes.flatMap((box) => boxLines(box, wording)),
    edges.map((edge, index) => edgeLine(edge, edges.slice(0, index), wording)),
    behind.map(({ box, last }) => `${last} ~~~ ${box}`),
    [...looks].map(([name, look]) => `classDef ${name} ${look}`),
    [
      ...classLines(all.flatMap(({ id, classes }) => classes.map((name) => ({ id, name })))),
      ...classLines(
        all.flatMap(({ id, state }) => (state ? [{ id, name: wording.state(state, id) }] : [])),
      ),
    ],
    all.flatMap((box) => clickLine(box, wording)),
  ];
  const written = sections.filter((section) => section.length > 0).map(indented);
  return `flowchart ${direction}\n${written.join('\n\n')}\n`;
}

function boxLines(box: Box, wording: Wording): string[] {
  if (!box.boxes?.length) return [`${box.id}[${label(wording.label(box.lines, 'box'))}]`];
  return [
    `subgraph ${box.id} [${label(wording.label(box.lines, 'group'))}]`,
    '  direction TB',
    ...box.boxes.flatMap((inner) => boxLines(inner, wording)).map((line) => `  ${line}`),
    // An invisible line keeps them one above the other.
    ...(box.boxes.length > 1 ? [`  ${box.boxes.map(({ id }) => id).join(' ~~~ ')}`] : []),
    'end',
  ];
}

function edgeLine(edge: Edge, before: readonly Edge[], wording: Wording): string {
  const [start, end] = lines[edge.kind];
  const earlier = before.filter(({ kind }) => kind === edge.kind).length;
  const id = `${edge.kind.replaceAll('-', '_')}${earlier === 0 ? '' : earlier + 1}`;
  const written = label(wording.label(edge.lines, 'line'));
  return `${edge.from} ${id}@${start} ${written} ${end} ${edge.to}`;
}

/** One line for each class: what is planned, say, stands together. */
function classLines(given: readonly { readonly id: string; readonly name: string }[]): string[] {
  return [...Map.groupBy(given, ({ name }) => name)].map(
    ([name, members]) => `class ${members.map(({ id }) => id).join(',')} ${name}`,
  );
}

function clickLine({ id, link }: Box, wording: Wording): string[] {
  if (!link) return [];
  return [`click ${id} href "${wording.href(link.href, id)}" ${label([wording.text(link.title)])}`];
}

function withInner(boxes: readonly Box[]): Box[] {
  return boxes.flatMap((box) => [box, ...withInner(box.boxes ?? [])]);
}

function label(written: readonly string[]): string {
  return `"${written.join('<br/>')}"`;
}

/** A plan's text as mermaid shows it literally. */
export function literal(text: string): string {
  return mermaidText(readable(text));
}

/**
 * A plan's text as a reader shall read it. Mermaid marks its entities with `ﬂ°` and `¶ß` while it works, and would
 * take a plan's for its own.
 */
export function readable(text: string): string {
  const line = visibleText(text).replace(/\s+/g, ' ').trim();
  return line.replaceAll('ﬂ', 'fl').replaceAll('¶ß', '¶\u200cß');
}

function indented(section: readonly string[]): string {
  return section.map((line) => `  ${line}`).join('\n');
}
