import { boxOf, make } from './svg.ts';

const NODE_CORNER = 8;
const GROUP_CORNER = 14;
// Wide enough for both lines of a double border to be seen apart on paper.
const RING_GAP = 4;

/**
 * Rounds the corners of boxes and groups, and gives those under change control a second border inside the first: a
 * sign that does not depend on colour.
 *
 * @param root - the SVG, changed in place.
 */
export function finishShapes(root: Element): void {
  for (const frame of root.querySelectorAll('.note-cluster')) frame.remove();
  for (const state of root.querySelectorAll('.statediagram-cluster')) likeGroup(state);
  for (const rect of root.querySelectorAll('.node > rect')) {
    const isGroup = rect.parentElement?.classList.contains('environment') ?? false;
    finishRect(rect, isGroup ? GROUP_CORNER : NODE_CORNER);
  }
  for (const rect of root.querySelectorAll('.cluster > rect')) finishRect(rect, GROUP_CORNER);
}

// A state with states in it is a frame in a frame, of which the inner one would cut through the title.
function likeGroup(state: Element): void {
  state.querySelector('.inner')?.remove();
  const frame = state.querySelector('.outer');
  if (frame !== null) state.prepend(frame);
  state.classList.add('cluster');
}

function finishRect(rect: Element, corner: number): void {
  const box = boxOf(rect);
  const isPill = Number(rect.getAttribute('rx') ?? 0) > corner;
  if (!isPill) rect.setAttribute('rx', String(corner));
  rect.removeAttribute('ry');
  if (!rect.parentElement?.classList.contains('controlled')) return;
  rect.after(
    make(rect, 'rect', {
      class: 'ring',
      x: box.x + RING_GAP,
      y: box.y + RING_GAP,
      width: box.width - 2 * RING_GAP,
      height: box.height - 2 * RING_GAP,
      rx: corner - RING_GAP / 2,
    }),
  );
}
