import type { Drawings } from '../mermaid/drawings.ts';
import { fitGrounds } from '../mermaid/grounds.ts';
import type { Flowchart } from './flowchart.ts';
import { shapeOf } from './shape.ts';

/**
 * Draws a flowchart as SVG: byte for byte what `renderMermaid` makes of its text, but all that are
 * laid out alike are drawn once.
 *
 * @param id id of the SVG and prefix of the ids in it, unique on the page
 * @param drawings what has been drawn already
 */
export async function drawFlowchart(
  chart: Flowchart,
  { id, drawings }: { readonly id: string; readonly drawings: Drawings },
): Promise<string> {
  const shape = shapeOf(chart);
  return fitGrounds(shape.complete(await drawings.draw(shape.source), id));
}
