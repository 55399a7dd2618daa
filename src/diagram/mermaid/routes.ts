import { ARROW, GAP, THICK_ARROW } from './edges.ts';
import { squareEnd, withoutTurn, withRoom } from './line-ends.ts';
import { isClear, type Obstacles } from './obstacles.ts';
import { cornersOf, type Point, roundedPath } from './path.ts';
import { sideAt, type Target } from './sides.ts';
import { boxInDrawing } from './svg.ts';

// What is seen of the line between its last arc and the arrow head.
const STUB = 2;

/** A line of the drawing. */
interface Route {
  path: Element;
  line: readonly Point[];
}

interface Surroundings extends Obstacles {
  boxes: readonly Target[];
}

/**
 * Draws every line anew so that it begins and ends at right angles to its boxes, with room for its arrow head, and
 * without turns that it has no need of.
 *
 * @param root - the SVG with its edges, shapes and labels finished, changed in place.
 */
export function mendRoutes(root: Element): void {
  const targets = [...root.querySelectorAll(':is(.node, .cluster) > rect:not(.ring)')].map(
    targetOf,
  );
  const labels = [...root.querySelectorAll('.edgeLabel > .background')].map(boxInDrawing);
  const routes = [...root.querySelectorAll('.edgePaths path')].flatMap((path) => {
    const line = cornersOf(path.getAttribute('d') ?? '');
    return line ? [{ path, line }] : [];
  });
  for (const route of routes) squareEnds(route, targets);
  const around = (route: Route): Surroundings => ({
    labels,
    boxes: targets,
    lines: routes.filter((other) => other !== route).map(({ line }) => line),
  });
  for (const route of routes) leaveOutTurns(route, around(route));
  for (const route of routes) giveHeadsRoom(route, around(route));
  for (const { path, line } of routes) {
    path.setAttribute(
      'd',
      roundedPath(line, { start: straightAt(path, 'start'), end: straightAt(path, 'end') }),
    );
  }
}

function targetOf(rect: Element): Target {
  return { ...boxInDrawing(rect), corner: Number(rect.getAttribute('rx') ?? 0) };
}

function squareEnds(route: Route, targets: readonly Target[]): void {
  atBothEnds(route, (line, end) => {
    const side = sideAt(line.at(-1), targets);
    return side ? squareEnd(line, side, headOf(route.path, end) > 0 ? GAP : 0) : line;
  });
}

function leaveOutTurns(route: Route, around: Surroundings): void {
  atBothEnds(route, (line) => {
    const side = sideAt(line.at(-1), around.boxes);
    const mended = side && withoutTurn(line, side);
    return mended && isClear(line, mended, around) ? mended : line;
  });
}

function giveHeadsRoom(route: Route, around: Surroundings): void {
  atBothEnds(route, (line, end) => {
    const side = sideAt(line.at(-1), around.boxes);
    const mended = side && headOf(route.path, end) > 0 && withRoom(line, side);
    return mended && isClear(line, mended, around) ? mended : line;
  });
}

/** An end is like a start, walked the other way. */
function atBothEnds(
  route: Route,
  mend: (line: readonly Point[], end: 'end' | 'start') => readonly Point[],
): void {
  const ended = mend(route.line, 'end');
  route.line = mend(ended.toReversed(), 'start').toReversed();
}

function straightAt(path: Element, end: 'end' | 'start'): number {
  const head = headOf(path, end);
  return head > 0 ? head - GAP + STUB : 0;
}

function headOf(path: Element, end: 'end' | 'start'): number {
  const isArrow = /point(?:End|Start)/.test(path.getAttribute(`marker-${end}`) ?? '');
  if (!isArrow) return 0;
  return path.classList.contains('edge-thickness-thick') ? THICK_ARROW : ARROW;
}
