import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { environmentDiagram, lifecycleDiagram } from '../../../src/diagram/environments/index.ts';
import { renderMermaid } from '../../../src/diagram/mermaid/render.ts';
import { ownPlans, planOf, small } from '../support/plans.ts';

interface Point {
  x: number;
  y: number;
}

interface Box extends Point {
  width: number;
  height: number;
}

/** What a drawing rounds. */
const ROUNDED = 0.25;

const directions = ['LR', 'TB'] as const;
const texts = new Map(
  directions.flatMap((direction) => [[`lifecycle ${direction}`, lifecycleDiagram({ direction })]]),
);
for (const [id, plan] of [...(await ownPlans()), ['small', planOf(small)] as const]) {
  for (const direction of directions) {
    texts.set(`${id} ${direction}`, environmentDiagram(plan, { direction }));
  }
}

describe.each([...texts])('%s', (_, text) => {
  const drawing = draw(text);

  test('every edge ends on a straight piece that is square to its box and longer than its head', async () => {
    const { edges, boxes } = await drawing;
    expect(edges.length).toBeGreaterThan(0);
    for (const { line, head, gap } of edges) {
      const [before, end] = line.slice(-2) as [Point, Point];
      const side = sideOf(end, boxes, gap);
      expect(side, `the end of ${JSON.stringify(line)}`).toBeDefined();
      expect(Math.abs(end[side?.along ?? 'x'] - before[side?.along ?? 'x'])).toBeLessThan(ROUNDED);
      const straight = Math.hypot(end.x - before.x, end.y - before.y) + gap;
      expect(straight).toBeGreaterThan(head + 1);
    }
  });

  test('every edge begins on the border of its box, square to it', async () => {
    const { edges, boxes } = await drawing;
    for (const { line } of edges) {
      const [start, after] = line as [Point, Point];
      const side = sideOf(start, boxes, 0);
      expect(side, `the start of ${JSON.stringify(line)}`).toBeDefined();
      expect(Math.abs(start[side?.along ?? 'x'] - after[side?.along ?? 'x'])).toBeLessThan(ROUNDED);
    }
  });

  test('every edge runs through the middle of one label, and through no other label and no box', async () => {
    const { edges, boxes, labels } = await drawing;
    for (const { line } of edges) {
      const passed = labels.filter((label) => passes(line, label));
      expect(passed).toHaveLength(1);
      expect(passed.every((label) => passes(line, middleOf(label)))).toBe(true);
      // It does not turn under its label either.
      const under = piecesOf(line).filter((piece) => passed.some((label) => meet(piece, label)));
      expect(under).toHaveLength(1);
      expect(boxes.filter((box) => passes(line, inside(box)))).toEqual([]);
    }
  });

  test('no two edges meet', async () => {
    const { edges } = await drawing;
    const pairs = edges.flatMap((one, index) =>
      edges.slice(index + 1).map((other) => [one, other]),
    );
    for (const [one, other] of pairs) {
      const meets = piecesOf(one?.line ?? []).some((piece) => passes(other?.line ?? [], piece));
      expect(meets, `${JSON.stringify(one)} and ${JSON.stringify(other)}`).toBe(false);
    }
  });
});

test('two edges between the same boxes run straight where both sides have room for them', async () => {
  const { edges } = await draw(`flowchart TB
    a["A box that is wide enough for two"]
    b["A box that is wide enough for two"]
    a one@-. "label as wide as most" .-> b
    a two@-- "label" --> b`);
  expect(edges.map(({ line }) => line.length)).toEqual([2, 2]);
});

test('a line from or to what is no rectangle stays where it was', async () => {
  const { edges } = await draw('flowchart LR\n a((Round)) --> b{Which}\n b --> c((End))');
  for (const { line } of edges) {
    expect(line).toHaveLength(2);
    expect(line[0]?.y).toBe(line[1]?.y);
    expect(line[1]?.x).toBeGreaterThan((line[0]?.x ?? 0) + 20);
  }
});

async function draw(text: string) {
  const { document } = new JSDOM(await renderMermaid(text, { id: 'diagram' })).window;
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    boxes: all(':is(.node, .cluster) > rect:not(.ring)').map(placed),
    labels: all('.edgeLabel > .background').map(placed),
    edges: all('.edgePaths path').map((path) => {
      const marker = document.querySelector(
        /url\((.*)\)/.exec(path.getAttribute('marker-end') ?? '')?.[1] ?? '',
      );
      const head = Number(marker?.getAttribute('markerWidth'));
      const [, , scale] = (marker?.getAttribute('viewBox') ?? '').split(' ').map(Number);
      const tip = Number(marker?.getAttribute('refX')) / (scale ?? 0);
      return { line: pointsOf(path), head, gap: Math.round(head * (1 - tip) * 10) / 10 };
    }),
  };
}

/** Ends of the straight pieces; an arc counts as the straight line between its ends. */
function pointsOf(path: Element): Point[] {
  return (path.getAttribute('d') ?? '').split(/(?=[MLQ])/).map((piece) => {
    const [x, y] = (piece.match(/-?[\d.]+/g) ?? []).map(Number).slice(-2);
    return { x: x ?? Number.NaN, y: y ?? Number.NaN };
  });
}

function placed(rect: Element): Box {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(rect.getAttribute(name)),
  ) as [number, number, number, number];
  const moved = rect.closest('[transform]')?.getAttribute('transform') ?? '';
  const [dx = 0, dy = 0] = (moved.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x: x + dx, y: y + dy, width, height };
}

/** The side of a box, and the axis along it, that a point lies at: on it, or so far before it. */
function sideOf(point: Point, boxes: Box[], gap: number): { along: 'x' | 'y' } | undefined {
  const is = (one: number, other: number) => Math.abs(one - other) < ROUNDED;
  for (const { x, y, width, height } of boxes) {
    const isWithin = point.x > x && point.x < x + width;
    if (isWithin && (is(point.y, y - gap) || is(point.y, y + height + gap))) return { along: 'x' };
    const isBeside = point.y > y && point.y < y + height;
    if (isBeside && (is(point.x, x - gap) || is(point.x, x + width + gap))) return { along: 'y' };
  }
  return undefined;
}

function piecesOf(line: Point[]): Box[] {
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

function passes(line: Point[], box: Box): boolean {
  return piecesOf(line).some((piece) => meet(piece, box));
}

function meet(one: Box, other: Box): boolean {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}

/** Without its border, on which lines begin. */
function inside({ x, y, width, height }: Box): Box {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

function middleOf({ x, y, width, height }: Box): Box {
  return { x: x + width / 2 - 2, y: y + height / 2 - 2, width: 4, height: 4 };
}
