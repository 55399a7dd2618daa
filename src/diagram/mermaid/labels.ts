import { labelRoom } from './label-room.ts';
import { type Box, boxOf, childOf, make, placeOf } from './svg.ts';
import { CAP_HEIGHT, LINE_HEIGHT, textHeight } from './text-metrics.ts';

/** Room around the text of an edge label, so that the line it sits on does not touch it. */
export const EDGE_LABEL_PADDING = { x: 6, y: 3 };
const TITLE_MIDDLE = 22;

/**
 * Sets every label anew: mermaid places text by the box that it measured and leaves the rest to its style sheet, which
 * puts it some pixels off. Here the capitals stand in the middle of the shape.
 *
 * @param root - the SVG, changed in place.
 */
export function typesetLabels(root: Element): void {
  for (const node of root.querySelectorAll('.node')) typesetNode(node);
  const clusters = [...root.querySelectorAll('.cluster')];
  for (const cluster of clusters) typesetTitle(cluster);
  for (const label of root.querySelectorAll('.edgeLabel')) {
    markGround(label, clusters);
    typesetEdgeLabel(label);
  }
}

function typesetNode(node: Element): void {
  const label = childOf(node, 'g', 'label');
  if (label === undefined) return;
  const lines = linesIn(label);
  // Boxes are drawn around their origin; only the height of the label differs, in a cylinder for example.
  const middle = placeOf(label).y + textHeight(lines.length) / 2;
  label.replaceWith(textAt(label, lines, 0, middle));
}

function typesetTitle(cluster: Element): void {
  const label = cluster.querySelector('.cluster-label');
  const frame = cluster.querySelector('rect');
  if (label === null || frame === null) return;
  const lines = linesIn(label);
  const { x, y, width } = boxOf(frame);
  const middle = y + TITLE_MIDDLE + ((lines.length - 1) / 2) * LINE_HEIGHT;
  label.replaceWith(textAt(label, lines, x + width / 2, middle));
}

// The background of a label has the colour of what it lies on: the page, a group, or a group under change control.
function markGround(label: Element, clusters: Element[]): void {
  const { x, y } = placeOf(label);
  const ground = clusters.findLast((cluster) => {
    const frame = cluster.querySelector('rect');
    return frame !== null && contains(boxOf(frame), x, y);
  });
  if (ground === undefined) return;
  label.classList.add(ground.classList.contains('controlled') ? 'on-controlled' : 'on-group');
}

function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

function typesetEdgeLabel(label: Element): void {
  const lines = linesIn(label);
  if (lines.length === 0) {
    label.remove();
    return;
  }
  const texts = lines.map((line) => line.textContent ?? '');
  const width = labelRoom(texts, 'line');
  const height = lines.length * LINE_HEIGHT;
  const background = make(label, 'rect', {
    class: 'background',
    x: -width / 2 - EDGE_LABEL_PADDING.x,
    y: -height / 2 - EDGE_LABEL_PADDING.y,
    width: width + 2 * EDGE_LABEL_PADDING.x,
    height: height + 2 * EDGE_LABEL_PADDING.y,
    rx: 4,
  });
  label.replaceChildren(background, textAt(label, lines, 0, 0));
}

function linesIn(label: Element): Element[] {
  const rows = [...label.querySelectorAll('text > tspan')];
  return rows.filter((row) => row.textContent?.trim());
}

function textAt(near: Element, lines: Element[], x: number, middle: number): Element {
  const first = middle + CAP_HEIGHT / 2 - ((lines.length - 1) / 2) * LINE_HEIGHT;
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) {
    return make(near, 'text', { class: 'label', x, y: first }, ...runsOf(only));
  }
  const rows = lines.flatMap((line, index) => [
    // Parts the lines for those who hear or copy them; a space of any width would move the line off the middle.
    ...(index > 0 ? [make(near, 'tspan', { 'font-size': 0 }, ' ')] : []),
    make(near, 'tspan', { class: 'row', x, y: first + index * LINE_HEIGHT }, ...runsOf(line)),
  ]);
  return make(near, 'text', { class: 'label' }, ...rows);
}

// Mermaid makes an element of every word. Words of one look become one run.
function runsOf(line: Element): (string | Element)[] {
  const runs: { look: string; text: string }[] = [];
  for (const word of line.children.length > 0 ? line.children : [line]) {
    const look = lookOf(word);
    const text = word.textContent ?? '';
    const last = runs.at(-1);
    if (last?.look === look) last.text += text;
    else runs.push({ look, text });
  }
  return runs.map(({ look, text }) =>
    look === '' ? text : make(line, 'tspan', { class: look }, text),
  );
}

function lookOf(word: Element): string {
  const strong = word.getAttribute('font-weight') === 'bold' ? ['strong'] : [];
  const emphasised = word.getAttribute('font-style') === 'italic' ? ['em'] : [];
  return [...strong, ...emphasised].join(' ');
}
