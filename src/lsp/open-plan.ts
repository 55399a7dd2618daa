import type { Position, Range as SpanOfLines } from 'vscode-languageserver/node';
import type { Attachments } from '../lifecycle/attachments.ts';
import type { Plan } from '../lifecycle/plan.ts';
import type { Place } from '../lint/finding.ts';
import { frontMatter } from '../source/front-matter.ts';
import { type PlanFile, planOf, readPlan } from '../source/plan-file.ts';
import type { Range } from '../source/text.ts';
import { valuesOf } from '../source/values.ts';
import type { Node } from '../source/yaml.ts';
import { Recollection } from './recollection.ts';
import { sketchYaml } from './sketch.ts';

/** What an editor holds. */
export interface Held {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A plan as it stands in an editor at one moment. Places are converted here and nowhere else. */
export class OpenPlan {
  readonly uri: string;
  readonly version: number;
  readonly file: PlanFile;
  /** The editor counts a byte order mark, the plan does not. */
  readonly #mark: number;
  readonly #recollection: Recollection;
  #sketch: { readonly root: Node | undefined } | undefined;

  /**
   * @param shown the file's path as it is shown, with slashes
   * @param attachments the files beside it, where it lies in a folder
   * @param earlier the plan as it stood before, if it was open
   */
  constructor(
    { uri, version, text }: Held,
    shown: string,
    attachments?: Attachments,
    earlier?: OpenPlan,
  ) {
    this.uri = uri;
    this.version = version;
    this.#mark = text.startsWith('\ufeff') ? 1 : 0;
    const bytes = new TextEncoder().encode(text);
    this.#recollection = earlier ? earlier.#recollection : new Recollection();
    this.file = readPlan(shown, bytes, bytes.length, attachments, this.#recollection);
  }

  /** The part of the text that holds the data, finished or not; undefined at a place in the prose. */
  dataAt(offset: number): Range | undefined {
    const { file } = this;
    if (!isMdx(file)) return { start: 0, end: file.text.length };
    const parts = frontMatter(file.text);
    if (parts) return offset <= parts.data.end ? parts.data : undefined;
    const opening = /^---[ \t]*(\r\n|\n|\r)/.exec(file.text);
    return opening ? { start: opening[0].length, end: file.text.length } : undefined;
  }

  /** The data as a tree: as they were read, or else as far as they can be read half-typed. */
  get tree(): Node | undefined {
    if (this.file.root) return this.file.root;
    this.#sketch ??= { root: this.#sketched() };
    return this.#sketch.root;
  }

  /** What the data say as far as they can be read. Nothing is judged by it. */
  get plan(): Plan | undefined {
    const { file, tree } = this;
    if (file.plan || tree?.type !== 'map') return file.plan;
    return planOf(file.id, valuesOf(tree)).plan;
  }

  #sketched(): Node | undefined {
    const data = this.dataAt(0);
    return data && sketchYaml(this.file.text.slice(data.start, data.end), data.start);
  }

  /** A place of the plan as the editor counts: lines and characters from 0. */
  span({ start, end }: Range): SpanOfLines {
    const from = this.file.lines.position(start);
    const to = this.file.lines.position(end);
    return this.placed({
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    });
  }

  placed({ line, column, endLine, endColumn }: Omit<Place, 'file'>): SpanOfLines {
    return { start: this.#position(line, column), end: this.#position(endLine, endColumn) };
  }

  /** Where the editor's cursor stands in the text. */
  offset({ line, character }: Position): number {
    const column = character - (line === 0 ? this.#mark : 0) + 1;
    return this.file.lines.offset({ line: line + 1, column: Math.max(column, 1) });
  }

  #position(line: number, column: number): Position {
    return { line: line - 1, character: column - 1 + (line === 1 ? this.#mark : 0) };
  }
}

function isMdx({ file }: PlanFile): boolean {
  return file.endsWith('.mdx');
}
