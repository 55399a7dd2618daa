import type { Point } from './path.ts';
import type { Box } from './svg.ts';

/** What a line may have to do with: labels, boxes, and the other lines, piece by piece. */
export interface Obstacles {
  labels: readonly Box[];
  boxes: readonly Box[];
  lines: readonly (readonly Point[])[];
}

// Room that a line keeps from labels, its own too where it turns; from boxes; and from other lines, whose arrow heads
// are this wide.
const FROM_LABELS = 8;
const FROM_BOXES = 8;
const FROM_LINES = 16;
// A line runs through the middle of its own label; mermaid is off by less.
const FROM_MIDDLE = 3;

/**
 * Says whether a line can be moved: it must run through the middle of its own label as before, through no other, and
 * come near no box and no line that it kept away from before.
 *
 * @param before - the line as it is.
 * @param after - as it would be.
 * @param obstacles - what lies around it.
 * @returns true when nothing speaks against it.
 */
export function isClear(
  before: readonly Point[],
  after: readonly Point[],
  { labels, boxes, lines }: Obstacles,
): boolean {
  const [old, moved] = [piecesOf(before), piecesOf(after)];
  const isOwn = (label: Box) => meets(old, [middleOf(label)], FROM_MIDDLE);
  if (labels.some((label) => isOwn(label) && !meets(moved, [middleOf(label)], FROM_MIDDLE))) {
    return false;
  }
  const near = (pieces: readonly Box[], label: Box) =>
    pieces.filter((piece) => meets([piece], [label], FROM_LABELS)).length;
  if (labels.some((label) => near(moved, label) > near(old, label))) return false;
  if (boxes.some((box) => !meets(old, [box], FROM_BOXES) && meets(moved, [box], FROM_BOXES))) {
    return false;
  }
  const others = lines.map(piecesOf);
  return !others.some((other) => !meets(old, other, FROM_LINES) && meets(moved, other, FROM_LINES));
}

function piecesOf(line: readonly Point[]): Box[] {
  return line.slice(1).map((end, index) => {
    const start = line[index] ?? end;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(end.x - start.x),
      height: Math.abs(end.y - start.y),
    };
  });
}

function middleOf({ x, y, width, height }: Box): Box {
  return { x: x + width / 2, y: y + height / 2, width: 0, height: 0 };
}

function meets(some: readonly Box[], others: readonly Box[], room: number): boolean {
  return some.some((one) =>
    others.some(
      (other) =>
        one.x < other.x + other.width + room &&
        other.x < one.x + one.width + room &&
        one.y < other.y + other.height + room &&
        other.y < one.y + one.height + room,
    ),
  );
}
