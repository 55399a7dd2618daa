import type { Point } from './path.ts';
import type { Side } from './sides.ts';

// Mermaid's ends lie up to this far beside the corner that they belong to.
const ASKEW = 6;
// How far from the last corner to the box: room for the largest arrow head, the arc and some line to be seen.
const APPROACH = 28;
// The corners of a turn are at least so far apart that each has its arc.
const TURN = 14;

/**
 * Lets a line end at right angles to the side of its box: mermaid draws its last piece towards the middle of the box,
 * and so askew or along the border.
 *
 * @param line - the line; its last point is the end in question.
 * @param side - where it ends.
 * @param gap - what the arrow head bridges.
 * @returns the line, mended where it can be.
 */
export function squareEnd(line: readonly Point[], side: Side, gap: number): readonly Point[] {
  const { across, along, at, out } = side;
  const isOnBorder = (point: Point | undefined) =>
    point !== undefined && Math.abs(point[across] - at) <= ASKEW;
  const kept = [...line];
  while (kept.length > 2 && isOnBorder(kept.at(-2))) kept.pop();
  const [before, last] = kept.slice(-2);
  if (!before || !last || Math.abs(before[along] - last[along]) > ASKEW) return line;
  if (before[along] < side.from || before[along] > side.to) return line;
  return [...kept.slice(0, -1), pointOn(side, at + out * gap, before[along])];
}

/**
 * Leaves out the last turn of a line and lets it end further along the side, where it comes straight down on it.
 *
 * @param line - the line, with an end that is square.
 * @param side - where it ends.
 * @returns the line without the turn; undefined where it has none or the side is too short.
 */
export function withoutTurn(line: readonly Point[], side: Side): readonly Point[] | undefined {
  const turn = lastTurn(line, side);
  if (!turn) return undefined;
  const { along, across, from, to } = side;
  const place = turn.origin[along];
  if (place < from || place > to) return undefined;
  return [...line.slice(0, -3), pointOn(side, turn.end[across], place)];
}

/**
 * Moves the last turn of a line away from its box, so that the arrow head does not sit on an arc.
 *
 * @param line - the line, with an end that is square.
 * @param side - where it ends.
 * @returns the line; undefined where it has no turn, has room already, or cannot have it.
 */
export function withRoom(line: readonly Point[], side: Side): readonly Point[] | undefined {
  const turn = lastTurn(line, side);
  if (!turn) return undefined;
  const { along, across, at, out } = side;
  const missing = APPROACH - Math.abs(turn.second[across] - at);
  const left = Math.abs(turn.origin[across] - turn.first[across]) - missing;
  if (missing <= 0 || left < TURN) return undefined;
  const place = at + out * APPROACH;
  const moved = [turn.first, turn.second].map((point) => pointOn(side, place, point[along]));
  return [...line.slice(0, -3), ...moved, turn.end];
}

// Straight towards the box, along its side, and straight on.
function lastTurn(line: readonly Point[], { along, across, out }: Side) {
  const [origin, first, second, end] = line.slice(-4);
  if (!origin || !first || !second || !end) return undefined;
  const isTurn =
    isSame(origin[along], first[along]) &&
    isSame(first[across], second[across]) &&
    isSame(second[along], end[along]) &&
    (origin[across] - first[across]) * out > 0;
  return isTurn ? { origin, first, second, end } : undefined;
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.5;
}

function pointOn({ across }: Side, place: number, along: number): Point {
  return across === 'y' ? { x: along, y: place } : { x: place, y: along };
}
