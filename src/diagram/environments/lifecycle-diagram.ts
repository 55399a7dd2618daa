import {
  instanceIds,
  instanceNames,
  type Kind,
  type KindId,
  kindIds,
  kinds,
} from '../../lifecycle/kinds.ts';
import {
  type Box,
  type Direction,
  type Edge,
  type EdgeKind,
  type Flowchart,
  writeFlowchart,
} from './flowchart.ts';
import { legendOf, type Sign } from './legend.ts';

/** How the overview is laid out, and where its boxes lead. */
export interface LifecycleDiagramOptions {
  readonly direction?: Direction;
  /** The address of a kind's guide; without it the boxes are no links. */
  readonly href?: (kind: KindId) => string;
}

/** What leads from kind to kind in every onboarding. */
const ways: readonly { kind: EdgeKind; from: KindId; to: KindId; lines: readonly string[] }[] = [
  { kind: 'by-hand', from: 'sandbox', to: 'pre-prod', lines: ['decisions,', 'entered by hand'] },
  { kind: 'clone', from: 'pre-prod', to: 'val', lines: ['cloned'] },
  { kind: 'promotion', from: 'pre-prod', to: 'prod', lines: ['promoted', 'to Main'] },
  { kind: 'migrated', from: 'migration', to: 'prod', lines: ['data migrated', 'to Main'] },
];

/**
 * The lifecycle of environments in general, as a mermaid flowchart for the guides: all kinds, what
 * leads from one to another, which of them are under change control, and which stay.
 */
export function lifecycleDiagram(options: LifecycleDiagramOptions = {}): string {
  return writeFlowchart(lifecycleChart(options));
}

/** What the signs in the overview mean. */
export function lifecycleLegend(): Sign[] {
  return legendOf(lifecycleChart());
}

/** The same as data, to be drawn. */
export function lifecycleChart({
  direction = 'LR',
  href,
}: LifecycleDiagramOptions = {}): Flowchart {
  const edges: Edge[] = ways.map(({ from, to, ...way }) => ({
    ...way,
    from: idOf(from),
    to: idOf(to),
  }));
  const all = kindIds.map((id) => kinds[id]);
  return {
    title: 'Environments from contract to go-live',
    description: all.map(({ name, begins, ends }) => `${name}: ${begins}. ${ends}.`).join(' '),
    direction,
    boxes: all.map((kind) => boxOf(kind, href)),
    edges,
    behind:
      direction === 'TB'
        ? all
            .filter(({ owner }) => owner === 'iqvia')
            .map(({ id }) => ({ box: idOf(id), last: idOf('prod') }))
        : [],
  };
}

function boxOf(kind: Kind, href: LifecycleDiagramOptions['href']): Box {
  const id = idOf(kind.id);
  const about = [
    ...(kind.controlled ? ['controlled'] : []),
    ...(kind.owner === 'iqvia' ? ['shared'] : []),
  ];
  const state = 'exists';
  const notes = [kind.longevity, ...(kind.controlled ? ['IQ and ECRs'] : [])];
  const linkTo = (title: string) => href && { href: href(kind.id), title };
  if (!kind.paired) {
    const lines = [kind.name, ...notes, ...(kind.owner === 'iqvia' ? ['kept by IQVIA'] : [])];
    return { id, lines, classes: ['environment', ...about], state, link: linkTo(kind.name) };
  }
  const boxes = instanceIds.map((instance) => ({
    id: `${id}_${instance}`,
    lines: [instanceNames[instance], ...notes],
    classes: ['instance'],
    state,
    link: linkTo(`${kind.name} ${instanceNames[instance]}`),
  }));
  return { id, lines: [kind.name], classes: about, state, boxes };
}

function idOf(kind: KindId): string {
  return kind.replaceAll('-', '_');
}
