import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, sep } from 'node:path';
import { compileFunction } from 'node:vm';
import { onTestFinished } from 'vitest';
import { CancellationTokenSource, Emitter } from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import {
  Diagnostic,
  Disposable,
  Document,
  Position,
  Range,
  RelativePattern,
  TabInputText,
} from './code-classes.ts';

/** What a test says about the window that the extension is to run in. */
export interface Window {
  readonly isTrusted?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** What is shown beside the plans of a folder. */
export interface Status {
  text: string;
  detail?: string;
  command?: { readonly title: string; readonly command: string };
}

/** What a message says, and the buttons below it. */
export type Message = readonly [text: string, ...buttons: string[]];

interface Extension {
  activate(context: { subscriptions: unknown[] }): void;
  deactivate(): Promise<void>;
}

/**
 * As much of VS Code as it takes to start a server and to show what it finds. Whatever else the
 * extension or its libraries take from there is a class without members, an event that never happens,
 * or does nothing.
 */
export class FakeCode {
  isTrusted: boolean;
  settings: Readonly<Record<string, string>>;
  readonly messages: Message[] = [];
  /** The button that is pressed below each message. */
  pressed: string | undefined;
  /** The editor's own commands that were run. */
  readonly run: unknown[][] = [];
  readonly output: string[] = [];
  readonly statuses = new Set<Status>();
  readonly #folder: string;
  readonly #documents: Document[] = [];
  readonly #tabs: { readonly input: TabInputText }[] = [];
  readonly #listeners = new Map<string, Set<(event: unknown) => void>>();
  readonly #commands = new Map<string, () => unknown>();
  readonly #diagnostics = new Map<string, readonly Diagnostic[]>();
  #extension: Extension | undefined;

  /** @param folder the folder that is open */
  constructor(folder: string, { isTrusted = true, settings = {} }: Window = {}) {
    this.#folder = folder;
    this.isTrusted = isTrusted;
    this.settings = settings;
  }

  /** Starts an extension, and ends it after the test. */
  activate(code: string): void {
    const exports: Partial<Extension> = {};
    const installed = createRequire(import.meta.url);
    const api = this.#api();
    const load = compileFunction(code, ['exports', 'require']);
    load(exports, (name: string) => (name === 'vscode' ? api : installed(name)));
    const { activate, deactivate } = exports;
    if (!activate || !deactivate) throw new Error('This is no extension');
    this.#extension = { activate, deactivate };
    activate({ subscriptions: [] });
    onTestFinished(() => this.deactivate());
  }

  /** Ends the extension, as the editor does when it is closed. */
  async deactivate(): Promise<void> {
    await this.#extension?.deactivate();
  }

  /** Opens a file, in the language that the editor takes it for. */
  open(file: string, languageId = 'yaml'): void {
    const uri = this.#uri(file);
    const document = new Document(uri, languageId, readFileSync(uri.fsPath, 'utf8'));
    this.#documents.push(document);
    this.#tabs.push({ input: new TabInputText(uri) });
    this.happen('onDidOpenTextDocument', document);
    this.happen('onDidChangeTabs', { opened: [document], closed: [] });
  }

  /** Writes another text into an open file. */
  type(file: string, text: string): void {
    const document = this.#documents.find(({ fileName }) => fileName === this.#uri(file).fsPath);
    if (!document) throw new Error(`${file} is not open`);
    const range = new Range(0, 0, document.getText().split('\n').length, 0);
    document.change(text);
    this.happen('onDidChangeTextDocument', { document, contentChanges: [{ range, text }] });
  }

  /** The findings in a file, by the line they are shown at; undefined where nothing has been said. */
  findings(file: string): string[] | undefined {
    const diagnostics = this.#diagnostics.get(this.#uri(file).toString());
    return diagnostics?.map(({ code, range }) => `${range.start.line + 1} ${code}`);
  }

  /** Makes an event happen. */
  happen(event: string, value: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }

  /** The commands that the extension brings. */
  get commands(): string[] {
    return [...this.#commands.keys()];
  }

  /** Runs a command of the extension. */
  async command(name: string): Promise<void> {
    const command = this.#commands.get(name);
    if (!command) throw new Error(`There is no command ${name}`);
    await command();
  }

  #uri(file: string): URI {
    return URI.file(join(this.#folder, file));
  }

  #api(): unknown {
    return this.#part({
      __esModule: true,
      version: oldestVersion,
      Uri: URI,
      Position,
      Range,
      Diagnostic,
      RelativePattern,
      TabInputText,
      Disposable,
      EventEmitter: Emitter,
      CancellationTokenSource,
      CodeActionKind: { QuickFix: {}, Empty: { append: () => ({}) } },
      LanguageStatusSeverity: { Error: 2 },
      commands: this.#commandsPart(),
      languages: this.#languagesPart(),
      window: this.#windowPart(),
      workspace: this.#workspacePart(),
    });
  }

  #commandsPart(): unknown {
    return this.#part({
      registerCommand: (name: string, command: () => unknown) => {
        this.#commands.set(name, command);
        return new Disposable(() => this.#commands.delete(name));
      },
      executeCommand: (...command: unknown[]) => this.run.push(command),
    });
  }

  #languagesPart(): unknown {
    return this.#part({
      match: (selector: readonly { pattern: RelativePattern }[], document: Document) =>
        selector.some(({ pattern }) => pattern.matches(document)) ? 10 : 0,
      createDiagnosticCollection: () => ({
        set: (uri: URI, found: readonly Diagnostic[]) =>
          this.#diagnostics.set(uri.toString(), found),
        delete: (uri: URI) => this.#diagnostics.delete(uri.toString()),
        clear: () => this.#diagnostics.clear(),
        dispose: () => this.#diagnostics.clear(),
      }),
      createLanguageStatusItem: () => {
        const status = { text: '', dispose: () => this.statuses.delete(status) };
        this.statuses.add(status);
        return status;
      },
    });
  }

  #windowPart(): unknown {
    const show = async (...message: [string, ...string[]]) => {
      this.messages.push(message);
      return this.pressed;
    };
    const say = (line: string) => this.output.push(line);
    return this.#part({
      showErrorMessage: show,
      showWarningMessage: show,
      showInformationMessage: show,
      visibleTextEditors: [],
      activeTextEditor: undefined,
      tabGroups: this.#part({ all: [{ tabs: this.#tabs }] }),
      createOutputChannel: () => this.#part({ error: say, warn: say, info: say }),
    });
  }

  #workspacePart(): unknown {
    const fake = this;
    const folder = { uri: URI.file(this.#folder), name: basename(this.#folder), index: 0 };
    return this.#part({
      get isTrusted() {
        return fake.isTrusted;
      },
      workspaceFolders: [folder],
      notebookDocuments: [],
      textDocuments: this.#documents,
      getWorkspaceFolder: ({ fsPath }: URI) => (isIn(fsPath, this.#folder) ? folder : undefined),
      getConfiguration: (section: string) => ({
        get: (name: string, usual: unknown) => this.settings[`${section}.${name}`] ?? usual,
      }),
    });
  }

  /** A part of the interface: what it is known to have, and something for all else. */
  #part(members: object): unknown {
    const events = (name: string) => (listener: (event: unknown) => void, self: unknown) => {
      const listeners = this.#listeners.get(name) ?? new Set();
      const bound = listener.bind(self);
      this.#listeners.set(name, listeners.add(bound));
      return new Disposable(() => listeners.delete(bound));
    };
    const something = () => this.#part({ dispose() {} });
    return new Proxy(members, {
      get(target, name) {
        if (Reflect.has(target, name) || isNoName(name)) return Reflect.get(target, name);
        if (name.startsWith('on')) return events(name);
        return /^[A-Z]/.test(name) ? class {} : something;
      },
    });
  }
}

/** What JavaScript itself asks objects for. */
function isNoName(name: string | symbol): name is symbol | 'then' {
  return typeof name === 'symbol' || name === 'then';
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** The oldest editor that the extension is for. */
const oldestVersion: unknown = createRequire(import.meta.url)('@types/vscode/package.json').version;
