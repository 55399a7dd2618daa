import { type Sign, shapes, signNames } from './marks.ts';
import type { PlacedLane } from './placed.ts';
import { type SvgChild, type SvgElement, svg } from './svg.ts';
import { sizes, widthOf } from './text.ts';

const rowHeight = 18;
const space = 16;

interface Key {
  readonly text: string;
  readonly sample: SvgChild;
  readonly sampleWidth: number;
}

/** The legend: what is drawn, and how past and planned are told apart. */
export function drawLegend(
  lanes: readonly PlacedLane[],
  { top, width, hatching }: { top: number; width: number; hatching: string },
): { element: SvgElement; height: number } {
  const keys = [...stateKeys(hatching), ...signKeys(lanes)];
  let [x, row] = [2, 0];
  const placed = keys.map(({ text, sample, sampleWidth }) => {
    const needed = sampleWidth + widthOf(text, sizes.label);
    if (x + needed > width) [x, row] = [2, row + 1];
    const place = `translate(${Math.round(x)} ${Math.round(top) + 12 + row * rowHeight})`;
    x += needed + space;
    return svg('g', { transform: place }, sample, svg('text', { x: sampleWidth, y: 4 }, text));
  });
  return {
    element: svg('g', { class: 'legend', 'aria-hidden': 'true' }, placed),
    height: (row + 1) * rowHeight + 10,
  };
}

function stateKeys(hatching: string): Key[] {
  const bar = (name: string, fill?: string) =>
    svg('g', { class: 'bar' }, svg('path', { class: name, d: 'M0-5H20V5H0Z', fill }));
  return [
    { text: 'happened', sample: [bar('lived'), mark('milestone', 'past', 30)], sampleWidth: 40 },
    {
      text: 'planned',
      sample: [bar('planned', hatching), mark('milestone', 'planned', 30)],
      sampleWidth: 40,
    },
  ];
}

function signKeys(lanes: readonly PlacedLane[]): Key[] {
  const used = new Set(lanes.flatMap(({ marks }) => marks.map(({ sign }) => sign)));
  return [...signNames].flatMap(([sign, text]) =>
    used.has(sign) ? [{ text, sample: mark(sign, 'past', 6), sampleWidth: 16 }] : [],
  );
}

function mark(sign: Sign, state: 'past' | 'planned', x: number): SvgElement {
  const properties = { class: `mark ${sign} ${state}`, transform: `translate(${x} 0)` };
  return svg('g', properties, svg('path', { d: shapes[sign] }));
}
