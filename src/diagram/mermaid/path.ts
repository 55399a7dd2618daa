import { round } from './svg.ts';

/** A corner or an end of a line, in SVG units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

// As wide as mermaid rounds the corners of its lines.
const RADIUS = 7;

/**
 * Reads the corners of a line as mermaid draws it: straight pieces, joined by arcs around the corners.
 *
 * @param d - the `d` of a path.
 * @returns its ends and corners; undefined for a line of another make, such as a curve.
 */
export function cornersOf(d: string): Point[] | undefined {
  if (!/^M[-\d.,\s]+(?:[LQ][-\d.,\s]+)+$/.test(d)) return undefined;
  const pieces = d.match(/[MLQ][^MLQ]+/g) ?? [];
  const corners = pieces.flatMap((piece, index) => {
    const [x, y] = (piece.match(/-?[\d.]+/g) ?? []).map(Number);
    if (x === undefined || y === undefined) return [];
    // The line to where an arc begins tells nothing that the arc does not: its first point is the corner.
    const isOnlyLeading = piece.startsWith('L') && pieces[index + 1]?.startsWith('Q');
    return isOnlyLeading ? [] : [{ x, y }];
  });
  // Mermaid doubles the end of a line at a shape that is no box.
  const apart = corners.filter((corner, index) => {
    const before = corners[index - 1];
    return before === undefined || distance(before, corner) >= 1;
  });
  return apart.length < 2 ? undefined : apart;
}

/**
 * Draws a line with round corners.
 *
 * @param corners - its ends and corners.
 * @param straight - how much stays straight at its start and its end, for the arrow heads.
 * @returns the `d` of a path.
 */
export function roundedPath(
  corners: readonly Point[],
  straight: { start: number; end: number },
): string {
  const pieces = corners.map((corner, index) => {
    const [before, after] = [corners[index - 1], corners[index + 1]];
    if (before === undefined) return `M${written(corner)}`;
    if (after === undefined) return `L${written(corner)}`;
    // Two corners share what lies between them; an end takes what it needs.
    const isFirst = index === 1;
    const isLast = index === corners.length - 2;
    const radius = Math.min(
      RADIUS,
      isFirst ? distance(before, corner) - straight.start : distance(before, corner) / 2,
      isLast ? distance(corner, after) - straight.end : distance(corner, after) / 2,
    );
    if (radius <= 0) return `L${written(corner)}`;
    const [entry, exit] = [towards(corner, before, radius), towards(corner, after, radius)];
    return `L${written(entry)}Q${written(corner)} ${written(exit)}`;
  });
  return pieces.join('');
}

/**
 * Measures from point to point.
 *
 * @param one - a point.
 * @param other - another.
 * @returns the length between them.
 */
export function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const share = length / distance(from, to);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function written({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}
