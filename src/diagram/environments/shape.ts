import { drawingId } from '../mermaid/drawings.ts';
import { type LabelPlace, standInWidth } from '../mermaid/label-room.ts';
import { putTexts, standIn } from '../mermaid/stand-ins.ts';
import { type Flowchart, literal, readable, type Wording, writeFlowchart } from './flowchart.ts';

/** Attributes that hold ids. */
const naming = new Set('id aria-labelledby aria-describedby marker-start marker-end'.split(' '));

/** A flowchart apart from what tells one customer's from another's. */
export interface Shape {
  /** As mermaid text, with stand-ins: the same for all flowcharts that are laid out alike. */
  readonly source: string;
  /**
   * Makes the drawing of the flowchart.
   *
   * @param drawing the drawing of `source`
   * @param id its id on the page
   */
  complete(drawing: string, id: string): string;
}

/** Takes from a flowchart what does not matter to its layout: texts, states, and where boxes lead. */
export function shapeOf(chart: Flowchart): Shape {
  const wording = new StandIns();
  const source = writeFlowchart(chart, wording);
  return { source, complete: (drawing, id) => wording.complete(drawing, id) };
}

class StandIns implements Wording {
  readonly #texts: string[] = [];
  readonly #states = new Map<string, string>();
  readonly #hrefs = new Map<string, string>();

  text(text: string): string {
    return this.#standIn(text, 0);
  }

  /** One line of a label can stand for the width of all. */
  label(lines: readonly string[], place: LabelPlace): readonly string[] {
    const width = standInWidth(lines.map(readable), place);
    if (width === undefined) return lines.map(literal);
    return lines.map((line, index) => this.#standIn(line, index === 0 ? width : 0));
  }

  state(state: string, box: string): string {
    this.#states.set(box, state);
    return `state_${box}`;
  }

  href(href: string, box: string): string {
    this.#hrefs.set(box, href);
    return `#place_${box}`;
  }

  complete(drawing: string, id: string): string {
    const own = drawing.replace(/ ([\w-]+)="([^"<]*)"(?=[^<]*>)/g, (written, name, value) => {
      if (naming.has(name)) return ` ${name}="${value.replaceAll(drawingId, id)}"`;
      if (name === 'class') return ` class="${this.#filled(value, /\bstate_(\w+)/, this.#states)}"`;
      if (name === 'href') return ` href="${this.#filled(value, /#place_(\w+)/, this.#hrefs)}"`;
      return written;
    });
    return putTexts(own, this.#texts);
  }

  #filled(value: string, pattern: RegExp, known: ReadonlyMap<string, string>): string {
    return value.replace(pattern, (_, box: string) => known.get(box) ?? '');
  }

  #standIn(text: string, width: number): string {
    return standIn(this.#texts.push(readable(text)) - 1, width);
  }
}
