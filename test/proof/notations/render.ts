import { formatPath, type Path } from '../../../src/lifecycle/paths.ts';
import type { Range } from '../../../src/source/text.ts';
import { Dice, type Notation } from './notation.ts';
import { blockLines, isPlain, type Scalar, tokenOf } from './scalars.ts';

/** Plans as text, with the place of every token as it was written: nothing is parsed to know it. */

export type Value = Scalar | readonly Value[] | { readonly [key: string]: Value };

interface Tokens {
  key?: Range;
  /** The value itself where it is a scalar, or the alias that stands for it. */
  value?: Range;
  /** The first key of a map. */
  first?: Range;
  /** What is marked in the prose. */
  prose?: Range;
}

export class Rendered {
  readonly file: string;
  readonly text: string;
  readonly #tokens: ReadonlyMap<string, Tokens>;
  readonly #mark: boolean;

  constructor(file: string, text: string, tokens: ReadonlyMap<string, Tokens>, mark: boolean) {
    this.file = file;
    this.text = text;
    this.#tokens = tokens;
    this.#mark = mark;
  }

  get bytes(): Uint8Array {
    return new TextEncoder().encode(this.#mark ? `\uFEFF${this.text}` : this.text);
  }

  /** Where the shortest token stands that means the value at `path`, or its key. */
  place(path: string, token: 'value' | 'key' = 'value'): Range | undefined {
    const { key, value, first } = this.#tokens.get(path) ?? {};
    return token === 'key' ? key : (value ?? key ?? first);
  }

  /** Where that stands which is marked in the prose. */
  get marked(): Range | undefined {
    return this.#tokens.get('')?.prose;
  }
}

/** What is written besides the plan's data. */
export interface Besides {
  /** The name of the file, without its ending. */
  readonly id?: string;
  /** The lines of the prose; what a finding is to point at may be marked: `in «preprod»`. */
  readonly prose?: readonly string[];
}

/** Writes a plan down in a notation. */
export function render(plan: Value, notation: Notation, besides: Besides = {}): Rendered {
  const { id = 'plan', prose = blameless } = besides;
  const { text, tokens } = new Writer(notation).write(plan, prose);
  return new Rendered(`${id}.${notation.format}`, text, tokens, notation.mark);
}

const remarks = ['# a remark', '#', "# key: 'value' \"quoted", '# – { [ &a *a !b', '#\tlater'];
const fences = { yaml: ['', ''], mdx: ['---', '---'] } as const;
const blameless = ['', '## Labels', '', 'Some *prose*, and nothing to find in it.', ''];

/** Keys that say nothing where they have no value. */
const silent = {
  plan: ['sites', 'contacts', 'upgrades', 'decisions', 'activities', 'integrations', 'waivers'],
  environment: ['build', 'request', 'reports', 'changes', 'release'],
};

class Writer {
  readonly #notation: Notation;
  readonly #dice: Dice;
  readonly #tokens = new Map<string, Tokens>();
  readonly #anchors = new Map<string, string>();
  readonly #written = new Map<string, number>();
  #text = '';

  constructor(notation: Notation) {
    this.#notation = notation;
    this.#dice = new Dice(notation);
  }

  write(
    plan: Value,
    prose: readonly string[],
  ): { text: string; tokens: ReadonlyMap<string, Tokens> } {
    const { format, comments } = this.#notation;
    this.#count(plan);
    const [opening, closing] = fences[format];
    if (opening) this.#line(opening);
    if (comments && format === 'yaml' && this.#dice.once(true)) this.#line('---');
    if (isMap(plan)) this.#blockMap(plan, [], 0);
    if (closing) for (const line of [closing, ...prose]) this.#prose(line);
    return { text: this.#text, tokens: this.#tokens };
  }

  /** How often each scalar occurs, so that an anchor is only set where an alias may follow. */
  #count(value: Value): void {
    if (isMap(value)) for (const inner of Object.values(value)) this.#count(inner);
    else if (Array.isArray(value)) for (const inner of value) this.#count(inner);
    else {
      const id = JSON.stringify(value);
      this.#written.set(id, (this.#written.get(id) ?? 0) + 1);
    }
  }

  #line(text: string): void {
    this.#text += text + this.#notation.eol;
  }

  #prose(line: string): void {
    const [before = '', marked, after = ''] = line.split(/[«»]/);
    this.#text += before;
    if (marked !== undefined) this.#token([], 'prose', marked);
    this.#line(after);
  }

  #token(path: Path, part: keyof Tokens, text: string): void {
    const start = this.#text.length;
    this.#text += text;
    this.#note(path, part, { start, end: this.#text.length });
  }

  #note(path: Path, part: keyof Tokens, range: Range): void {
    const id = formatPath(path);
    const tokens = this.#tokens.get(id) ?? {};
    tokens[part] = range;
    this.#tokens.set(id, tokens);
  }

  #remark(indent: number): void {
    const { comments } = this.#notation;
    if (this.#dice.once(comments, 5)) this.#line('');
    if (this.#dice.once(comments, 5)) {
      this.#line(' '.repeat(indent) + (remarks[this.#dice.throw(remarks.length)] ?? ''));
    }
  }

  #endOfLine(): void {
    const remark = remarks[this.#dice.throw(remarks.length)];
    this.#line(this.#dice.once(this.#notation.comments, 5) ? `  ${remark}` : '');
  }

  /** @param inline whether the first key stands on a line that has begun already */
  #blockMap(
    map: { readonly [key: string]: Value },
    path: Path,
    indent: number,
    inline = false,
  ): void {
    for (const [index, [key, value]] of this.#entries(map, path).entries()) {
      if (index > 0 || !inline) {
        this.#remark(indent);
        this.#text += ' '.repeat(indent);
      }
      const isExplicit = !isCollection(value) && this.#dice.once(this.#notation.blocks, 9);
      if (isExplicit) this.#text += '? ';
      this.#key(path, key, index, false);
      if (isExplicit) this.#text += `${this.#notation.eol}${' '.repeat(indent)}`;
      this.#text += ':';
      this.#blockValue(value, [...path, key], indent);
    }
  }

  #key(path: Path, key: string, index: number, inFlow: boolean): void {
    const start = this.#text.length;
    const quoted = this.#dice.once(this.#notation.quotes, 5) || !isPlainKey(key);
    this.#token([...path, key], 'key', quoted ? JSON.stringify(key) : key);
    if (inFlow && quoted && this.#dice.once(true)) this.#text += ' ';
    if (index === 0) this.#note(path, 'first', { start, end: this.#text.trimEnd().length });
  }

  #blockValue(value: Value, path: Path, indent: number): void {
    const deeper = indent + this.#notation.indent;
    if (isFull(value) && !this.#dice.once(this.#notation.flow, 4)) {
      this.#endOfLine();
      if (isMap(value)) this.#blockMap(value, path, deeper);
      else this.#blockList(value, path, this.#dice.once(true, 2) ? indent : deeper);
      return;
    }
    const lines = isCollection(value) ? undefined : blockLines(value);
    if (lines && this.#dice.once(this.#notation.blocks, 4)) {
      this.#block(lines, path, deeper);
      return;
    }
    if (value === null && this.#dice.once(true, 2)) this.#note(path, 'value', this.#lastKey(path));
    else {
      this.#text += ' '.repeat(1 + this.#dice.throw(2));
      this.#flowValue(value, path, deeper, false);
    }
    this.#endOfLine();
  }

  #lastKey(path: Path): Range {
    const end = this.#text.length;
    return this.#tokens.get(formatPath(path))?.key ?? { start: end, end };
  }

  #block(lines: readonly string[], path: Path, indent: number): void {
    const folded = lines.length === 1 && this.#dice.once(true, 2);
    this.#line(folded ? ' >-' : ' |-');
    const start = this.#text.length + indent;
    for (const line of lines) this.#line(' '.repeat(indent) + line);
    this.#note(path, 'value', { start, end: this.#text.trimEnd().length });
  }

  #blockList(list: readonly Value[], path: Path, indent: number): void {
    for (const [index, item] of list.entries()) {
      this.#remark(indent);
      this.#text += `${' '.repeat(indent)}-`;
      const at = [...path, index];
      if (isMap(item) && isFull(item) && !this.#dice.once(this.#notation.flow, 4)) {
        this.#itemMap(item, at, indent);
      } else {
        this.#text += ' ';
        this.#flowValue(item, at, indent + 1, false);
        this.#endOfLine();
      }
    }
  }

  /** A map that begins on the line of its hyphen, or below it. */
  #itemMap(item: { readonly [key: string]: Value }, path: Path, indent: number): void {
    const { indent: step } = this.#notation;
    if (this.#dice.once(this.#notation.blocks, 5)) {
      this.#endOfLine();
      this.#blockMap(item, path, indent + step);
    } else {
      const gap = Math.max(step - 1, 1);
      this.#text += ' '.repeat(gap);
      this.#blockMap(item, path, indent + 1 + gap, true);
    }
  }

  #flowValue(value: Value, path: Path, indent: number, inFlow: boolean): void {
    const start = this.#text.length;
    // A list, and what is empty, has no first key; its bracket stands for it.
    if (isMap(value) || isList(value)) this.#note(path, 'first', { start, end: start + 1 });
    if (isMap(value)) {
      const entries = this.#entries(value, path);
      this.#flow('{', '}', entries.length, indent, (index) => {
        const [key, inner] = entries[index] ?? ['', null];
        this.#key(path, key, index, true);
        this.#text += ': ';
        this.#flowValue(inner, [...path, key], indent, true);
      });
    } else if (isList(value)) {
      this.#flow('[', ']', value.length, indent, (index) => {
        this.#flowValue(value[index] ?? null, [...path, index], indent, true);
      });
    } else this.#scalar(value, path, inFlow);
  }

  #flow(
    open: string,
    close: string,
    count: number,
    indent: number,
    writeEntry: (index: number) => void,
  ): void {
    const isBroken = this.#dice.once(this.#notation.flow, 4);
    const gap = () => {
      if (isBroken) {
        this.#endOfLine();
        this.#text += ' '.repeat(indent + 1);
      } else this.#text += ' ';
    };
    this.#text += open;
    for (let index = 0; index < count; index++) {
      gap();
      writeEntry(index);
      const isLast = index === count - 1;
      // Before a comma a blank, so that an alias never swallows it.
      if (!isLast || this.#dice.once(this.#notation.flow)) this.#text += ' ,';
    }
    if (count > 0) gap();
    this.#text += close;
  }

  #scalar(value: Scalar, path: Path, inFlow: boolean): void {
    const id = JSON.stringify(value);
    const anchor = this.#anchors.get(id);
    const { aliases } = this.#notation;
    if (anchor !== undefined && this.#dice.once(aliases, 2)) {
      this.#token(path, 'value', `*${anchor}`);
      return;
    }
    if (anchor === undefined && (this.#written.get(id) ?? 0) > 1 && this.#dice.once(aliases, 2)) {
      const name = `a${this.#anchors.size + 1}`;
      this.#anchors.set(id, name);
      this.#text += `&${name} `;
    }
    this.#token(path, 'value', tokenOf(value, inFlow, this.#dice, this.#notation));
  }

  /** The entries of a map in the order in which they are written, with what says nothing. */
  #entries(map: { readonly [key: string]: Value }, path: Path): [string, Value][] {
    const { order, extras } = this.#notation;
    const entries: [string, Value][] = [...Object.entries(map)];
    if (!path.includes('x-own') && this.#dice.once(extras, 6))
      entries.push(['x-own', { created: ['never', null] }]);
    const isEnvironment = path[0] === 'environments' && path.length === 2;
    const keys = path.length === 0 ? silent.plan : isEnvironment ? silent.environment : [];
    for (const key of keys) {
      if (!(key in map) && this.#dice.once(extras, 6)) entries.push([key, null]);
    }
    return order ? this.#dice.shuffled(entries) : entries;
  }
}

function isPlainKey(key: string): boolean {
  return isPlain(key) || ['true', 'false', 'null'].includes(key);
}

function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isCollection(value: Value): value is readonly Value[] | { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is a map or a list that has something in it. */
function isFull(value: Value): value is readonly Value[] | { readonly [key: string]: Value } {
  return isCollection(value) && Object.keys(value).length > 0;
}
