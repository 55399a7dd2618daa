import { relative } from 'node:path';
import picomatch from 'picomatch';
import type { URI } from 'vscode-uri';

export class Disposable {
  readonly dispose: () => void;

  constructor(dispose: () => void) {
    this.dispose = dispose;
  }

  static from(...all: readonly Disposable[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
}

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(...[a, b, c, d]: [number, number, number, number] | [Position, Position]) {
    this.start =
      typeof a === 'number' && typeof b === 'number' ? new Position(a, b) : (a as Position);
    this.end = c === undefined || d === undefined ? (b as Position) : new Position(c, d);
  }
}

export class Diagnostic {
  readonly range: Range;
  readonly message: string;
  code?: string;

  constructor(range: Range, message: string) {
    this.range = range;
    this.message = message;
  }
}

export class RelativePattern {
  readonly baseUri: URI;
  readonly pattern: string;

  constructor(baseUri: URI, pattern: string) {
    this.baseUri = baseUri;
    this.pattern = pattern;
  }

  matches(document: Document): boolean {
    return picomatch(this.pattern)(relative(this.baseUri.fsPath, document.fileName));
  }
}

/** A tab that shows a text. */
export class TabInputText {
  readonly uri: URI;

  constructor(uri: URI) {
    this.uri = uri;
  }
}

/** A document that is open. */
export class Document {
  readonly uri: URI;
  readonly languageId: string;
  readonly isClosed = false;
  version = 1;
  #text: string;

  constructor(uri: URI, languageId: string, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#text = text;
  }

  get fileName(): string {
    return this.uri.fsPath;
  }

  getText(): string {
    return this.#text;
  }

  change(text: string): void {
    this.version += 1;
    this.#text = text;
  }
}
