import type { Point } from './path.ts';
import type { Box } from './svg.ts';

/** A box that lines lead to, and how much of each side its round corners take. */
export interface Target extends Box {
  corner: number;
}

/** A side of a box. */
export interface Side {
  /** The axis that runs along the side. */
  along: 'x' | 'y';
  /** The axis on which a line comes in. */
  across: 'x' | 'y';
  /** Where the side lies on `across`, and which way leads out of the box. */
  at: number;
  out: 1 | -1;
  /** The straight part of it, on `along`. */
  from: number;
  to: number;
}

// An end lies on the border or an arrow head's gap before it.
const NEAR = 6;

/**
 * Finds where a line ends.
 *
 * @param end - the end of the line.
 * @param targets - all boxes of the drawing.
 * @returns the side that it lies at; undefined where it ends at something that is no box.
 */
export function sideAt(end: Point | undefined, targets: readonly Target[]): Side | undefined {
  if (!end) return undefined;
  const near = targets
    .filter((target) => isNear(end, target))
    .flatMap(sidesOf)
    .map((side) => ({ side, away: Math.abs(end[side.across] - side.at) }))
    .filter(({ away }) => away <= NEAR);
  return near.sort((one, other) => one.away - other.away)[0]?.side;
}

function isNear({ x, y }: Point, box: Box): boolean {
  return (
    x >= box.x - NEAR &&
    x <= box.x + box.width + NEAR &&
    y >= box.y - NEAR &&
    y <= box.y + box.height + NEAR
  );
}

function sidesOf({ x, y, width, height, corner }: Target): Side[] {
  const level = { along: 'x', across: 'y', from: x + corner, to: x + width - corner } as const;
  const upright = { along: 'y', across: 'x', from: y + corner, to: y + height - corner } as const;
  return [
    { ...level, at: y, out: -1 },
    { ...level, at: y + height, out: 1 },
    { ...upright, at: x, out: -1 },
    { ...upright, at: x + width, out: 1 },
  ];
}
