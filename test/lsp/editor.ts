import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { Lines } from '../../src/source/text.ts';
import { bin } from '../support/waypost.ts';

/** The language server as a process of its own, as an editor starts it. */
export function startServer(cwd: string, ...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio', ...args], { cwd });
  onTestFinished(() => {
    child.kill();
  });
  return child;
}

/** The status with which a process ends. */
export function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  return new Promise((done) => child.on('close', done));
}

interface Start {
  readonly capabilities?: ClientCapabilities;
  /** The folders that are open; the first one alone when left out. */
  readonly folders?: readonly string[];
}

/** An editor that waits for diagnostics, and one that asks for them. */
export const pulls: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

type Published = (params: PublishDiagnosticsParams) => void;

/** A client of the language server that knows what its buffers hold. */
export class Editor {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  introduction: InitializeResult | undefined;
  readonly #folder: string;
  readonly #buffers = new Map<string, { version: number; text: string }>();
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #listeners = new Set<Published>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.child = startServer(folder);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    onTestFinished(() => this.connection.dispose());
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.push(params);
      for (const listener of this.#listeners) listener(params);
    });
    this.connection.listen();
  }

  /** Starts a server in a folder and introduces itself. */
  static async in(folder: string, { capabilities = {}, folders = [folder] }: Start = {}) {
    const editor = new Editor(folder);
    const workspaceFolders = folders.map((each) => ({ uri: pathToFileURL(each).href, name: each }));
    editor.introduction = await editor.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders,
    });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  uri(file: string): string {
    return pathToFileURL(join(this.#folder, file)).href;
  }

  /** Opens a file; with another text than it has on the disk, if one is given. */
  async open(
    file: string,
    text = readFileSync(join(this.#folder, file), 'utf8'),
    languageId = file.endsWith('.mdx') ? 'mdx' : 'yaml',
  ): Promise<string> {
    return this.#open(file.startsWith('untitled:') ? file : this.uri(file), text, languageId);
  }

  /** Opens a file of another folder. */
  openIn(folder: string, file: string): Promise<string> {
    const text = readFileSync(join(folder, file), 'utf8');
    return this.#open(pathToFileURL(join(folder, file)).href, text, 'yaml');
  }

  async #open(uri: string, text: string, languageId: string): Promise<string> {
    this.#buffers.set(uri, { version: 1, text });
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return uri;
  }

  /** Writes something in the first place where a text stands in the buffer. */
  async type(uri: string, from: string, to: string): Promise<void> {
    const { text, version } = this.#buffer(uri);
    const range = this.range(uri, from);
    this.#buffers.set(uri, { version: version + 1, text: text.replace(from, () => to) });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges: [{ range, text: to }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#buffer(uri).text;
  }

  /** What is published for the buffer as it is now, or was already. */
  diagnostics(uri: string): Promise<Diagnostic[]> {
    const { version } = this.#buffer(uri);
    return this.published(uri, (params) => params.version === version);
  }

  /** The first diagnostics for a document that are as wanted, those before included. */
  async published(
    uri: string,
    wanted: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const isIt = (params: PublishDiagnosticsParams) => params.uri === uri && wanted(params);
    const known = this.#published.find(isIt);
    return known ? known.diagnostics : this.next(uri, wanted);
  }

  /** The next diagnostics for a document that are as wanted. */
  next(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean): Promise<Diagnostic[]> {
    const isIt = (params: PublishDiagnosticsParams) => params.uri === uri && wanted(params);
    return new Promise((done) => {
      const listener = (params: PublishDiagnosticsParams) => {
        if (!isIt(params)) return;
        this.#listeners.delete(listener);
        done(params.diagnostics);
      };
      this.#listeners.add(listener);
    });
  }

  /** Whether diagnostics have been published for a document, be they none. */
  isTold(uri: string): boolean {
    return this.#published.some((params) => params.uri === uri);
  }

  /** A request about the place of a text; `«` in it is where the cursor stands, else its beginning. */
  at<Answer>(method: string, uri: string, marked: string, more: object = {}): Promise<Answer> {
    const position = this.position(uri, marked);
    return this.connection.sendRequest<Answer>(method, {
      textDocument: { uri },
      position,
      ...more,
    });
  }

  async labels(uri: string, marked: string): Promise<string[]> {
    return (await this.completions(uri, marked)).map(({ label }) => label);
  }

  completions(uri: string, marked: string): Promise<CompletionItem[]> {
    return this.at('textDocument/completion', uri, marked);
  }

  position(uri: string, marked: string): Position {
    const { text } = this.#buffer(uri);
    const cursor = Math.max(marked.indexOf('«'), 0);
    const start = text.indexOf(marked.replace('«', ''));
    if (start < 0) throw new Error(`The buffer holds no ${JSON.stringify(marked)}`);
    return toPosition(text, start + cursor);
  }

  range(uri: string, written: string): Range {
    const { text } = this.#buffer(uri);
    const start = text.indexOf(written);
    if (start < 0) throw new Error(`The buffer holds no ${JSON.stringify(written)}`);
    return { start: toPosition(text, start), end: toPosition(text, start + written.length) };
  }

  /** What stands in a range. */
  written(uri: string, range: Range): string {
    const { text } = this.#buffer(uri);
    return text.slice(toOffset(text, range.start), toOffset(text, range.end));
  }

  /** The buffer once an edit is made. */
  edited(uri: string, edit: WorkspaceEdit): string {
    const [change, ...others] = edit.documentChanges ?? [];
    if (!change || others.length > 0 || !('edits' in change) || change.textDocument.uri !== uri) {
      throw new Error('The edit is not one of this document alone');
    }
    const { text, version } = this.#buffer(uri);
    if (change.textDocument.version !== version) throw new Error('The edit is of another version');
    const edits = change.edits as TextEdit[];
    return edits
      .toSorted((a, b) => toOffset(text, b.range.start) - toOffset(text, a.range.start))
      .reduce(
        (edited, { range, newText }) =>
          edited.slice(0, toOffset(text, range.start)) +
          newText +
          edited.slice(toOffset(text, range.end)),
        text,
      );
  }

  #buffer(uri: string) {
    const buffer = this.#buffers.get(uri);
    if (!buffer) throw new Error(`${uri} is not open`);
    return buffer;
  }
}

function toPosition(text: string, offset: number): Position {
  const { line, column } = new Lines(text).position(offset);
  return { line: line - 1, character: column - 1 };
}

function toOffset(text: string, { line, character }: Position): number {
  return new Lines(text).offset({ line: line + 1, column: character + 1 });
}
