import type { PlacedBar } from './placed.ts';
import type { Scale } from './scale.ts';
import { round, type SvgChild, type SvgElement, svg } from './svg.ts';

/** How far the head of a bar without an end reaches beyond the last day, in SVG units. */
export const headLength = 7;

/** What a bar is drawn with. */
export interface BarOptions {
  readonly scale: Scale;
  readonly statusDate: string | undefined;
  /** The hatching of what is planned: `url(#…)`. */
  readonly hatching: string;
}

/** A bar: solid up to the status date, hatched from there; with a head where no end is known. */
export function drawBar(
  { span, y, height }: PlacedBar,
  { scale, statusDate, hatching }: BarOptions,
): SvgElement {
  const from = scale.x(span.from);
  const to = span.to === undefined ? scale.right : scale.x(span.to);
  // A day without a status date is neither past nor planned: it is drawn as what the plan says.
  const now = statusDate === undefined ? to : Math.min(Math.max(scale.x(statusDate), from), to);
  const part = (name: string, x1: number, x2: number, fill?: string): SvgChild => {
    const isOpen = span.to === undefined && x2 === to;
    const shape = isOpen ? arrow(x1, x2, y, height) : box(x1, x2, y, height);
    return x2 > x1 || (from === to && name === 'lived')
      ? svg('path', { class: name, d: shape, fill })
      : undefined;
  };
  return svg('g', { class: 'bar' }, part('lived', from, now), part('planned', now, to, hatching));
}

function box(x1: number, x2: number, y: number, height: number): string {
  return `M${round(x1)} ${round(y)}H${round(Math.max(x2, x1 + 1))}v${height}H${round(x1)}Z`;
}

function arrow(x1: number, x2: number, y: number, height: number): string {
  const half = height / 2;
  return `M${round(x1)} ${round(y)}H${round(x2)}l${headLength} ${half}l${-headLength} ${half}H${round(x1)}Z`;
}
