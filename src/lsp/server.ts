import { Console } from 'node:console';
import {
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultConfigurationFile } from '../lint/configuration-file.ts';
import { defaultPlansFolder } from '../source/discover.ts';
import { version } from '../version.ts';
import { source } from './diagnostics.ts';
import { pathOf } from './home.ts';
import type { Project } from './project.ts';
import { PulledReports, PushedReports, type Reports } from './reports.ts';
import { answerRequests, answers, unlessCancelled } from './requests.ts';
import { Workspace } from './workspace.ts';

/**
 * Serves an editor over standard input and output until it goes away. Then the process ends: with
 * status 0 where the editor has said that it would, else with 1.
 */
export function serve(): void {
  // Standard output carries the protocol, and nothing else may get into it.
  globalThis.console = new Console(process.stderr);
  const connection = connected();
  const workspace = new Workspace({
    warn: (message) => connection.window.showWarningMessage(message),
    log: (message) => connection.console.error(message),
  });
  answerRequests(connection, workspace);
  connection.onInitialize((params) => {
    const session = new Session(connection, workspace, params);
    session.listen();
    return session.introduction;
  });
  connection.listen();
}

/** Whoever sends something else than the protocol is no editor: no answer to that could be understood. */
function connected(): Connection {
  const reader = new StreamMessageReader(process.stdin);
  const connection = createConnection(reader, new StreamMessageWriter(process.stdout));
  let isDone = false;
  connection.onShutdown(() => {
    isDone = true;
  });
  process.stdin.on('end', () => process.exit(isDone ? 0 : 1));
  reader.onError((error) => {
    process.stderr.write(`What comes in is not the language server protocol: ${error.message}\n`);
    process.exit(1);
  });
  return connection;
}

/** How long writing pauses before other open plans are looked at again, in milliseconds. */
const pause = 200;

/** What may change outside the editor and has a say in verdicts. */
const watched = [`**/${defaultPlansFolder}/**`, `**/${defaultConfigurationFile}`];

/** The conversation with one editor, once it has said what it can do. */
class Session {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #reports: Reports;
  readonly #settling = new Map<Project, NodeJS.Timeout>();
  #folders: readonly string[];
  readonly #watches: boolean;
  readonly #asks: boolean;
  readonly #changesFolders: boolean;

  constructor(connection: Connection, workspace: Workspace, params: InitializeParams) {
    const { capabilities, workspaceFolders, rootUri } = params;
    this.#connection = connection;
    this.#workspace = workspace;
    this.#asks = capabilities.textDocument?.diagnostic !== undefined;
    this.#watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    this.#changesFolders = capabilities.workspace?.workspaceFolders ?? false;
    const refreshes = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
    this.#reports = this.#asks ? this.#pulled(refreshes) : new PushedReports(connection, workspace);
    const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#folders = roots;
    workspace.folders = roots.flatMap((uri) => pathOf(uri) ?? []);
  }

  /** What the server is and can do. */
  get introduction(): InitializeResult {
    return {
      serverInfo: { name: 'waypost', version: version() },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...answers,
        ...(this.#asks && {
          diagnosticProvider: {
            identifier: source,
            interFileDependencies: true,
            workspaceDiagnostics: false,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  listen(): void {
    const connection = this.#connection;
    const documents = this.#documents;
    documents.onDidChangeContent(({ document }) => this.#changed(document));
    documents.onDidClose(({ document: { uri } }) => this.#closed(uri));
    documents.onDidSave(({ document }) => {
      if (!this.#watches) this.#filesChanged([document.uri]);
    });
    documents.listen(connection);
    connection.onDidChangeWatchedFiles(({ changes }) =>
      this.#filesChanged(changes.map(({ uri }) => uri)),
    );
    connection.onInitialized(async () => {
      if (this.#changesFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
          this.#foldersChanged(added, removed),
        );
      }
      if (this.#watches) {
        const watchers = watched.map((globPattern) => ({ globPattern }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
    });
  }

  #pulled(refreshes: boolean): PulledReports {
    const { diagnostics } = this.#connection.languages;
    const refresh = async () => (refreshes ? diagnostics.refresh() : undefined);
    const reports = new PulledReports(this.#workspace, refresh);
    diagnostics.on(async ({ textDocument: { uri } }, token) => {
      const items = await unlessCancelled(token, () => reports.of(uri));
      return { kind: 'full', items };
    });
    return reports;
  }

  #changed(document: TextDocument): void {
    this.#workspace.update(document);
    this.#reports.changed(document.uri);
    const project = this.#workspace.entry(document.uri)?.project;
    if (project) this.#settle(project);
  }

  #closed(uri: string): void {
    const project = this.#workspace.entry(uri)?.project;
    this.#workspace.close(uri);
    this.#reports.closed(uri);
    if (project) this.#settle(project);
  }

  #filesChanged(uris: readonly string[]): void {
    for (const path of uris.flatMap((uri) => pathOf(uri) ?? [])) {
      for (const project of this.#workspace.concernedBy(path)) {
        project.changed(path);
        this.#settle(project);
      }
    }
  }

  #foldersChanged(added: readonly { uri: string }[], removed: readonly { uri: string }[]): void {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [
      ...this.#folders.filter((uri) => !gone.has(uri)),
      ...added.map(({ uri }) => uri),
    ];
    this.#workspace.folders = this.#folders.flatMap((uri) => pathOf(uri) ?? []);
    for (const document of this.#documents.all()) this.#changed(document);
  }

  /** Looks at a project's other plans once nothing has changed for a while. */
  #settle(project: Project): void {
    clearTimeout(this.#settling.get(project));
    const timer = setTimeout(() => {
      this.#settling.delete(project);
      void this.#reports.stale(project);
    }, pause);
    this.#settling.set(project, timer);
  }
}
