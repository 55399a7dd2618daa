import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import { diagnosticsOf } from './diagnostics.ts';
import type { Project } from './project.ts';
import type { Entry, Workspace } from './workspace.ts';

/** How diagnostics get to the editor. */
export interface Reports {
  /** A document was opened or changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** What is said of the plans of a project may be something else now. */
  stale(project: Project): Promise<void>;
}

/** Diagnostics for an editor that waits for them. */
export class PushedReports implements Reports {
  readonly #connection: Connection;
  readonly #workspace: Workspace;
  readonly #waiting = new Set<string>();
  /** What was said last of each plan. */
  readonly #said = new Map<string, string>();

  constructor(connection: Connection, workspace: Workspace) {
    this.#connection = connection;
    this.#workspace = workspace;
  }

  /** Of several changes that have arrived already, only the last is looked at. */
  changed(uri: string): void {
    if (this.#waiting.has(uri)) return;
    this.#waiting.add(uri);
    setImmediate(() => {
      this.#waiting.delete(uri);
      void this.#report(uri);
    });
  }

  closed(uri: string): void {
    this.#said.delete(uri);
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async stale(project: Project): Promise<void> {
    for (const { plan } of this.#workspace.entries(project)) {
      await this.#report(plan.uri, { unlessSaid: true });
    }
  }

  async #report(uri: string, { unlessSaid = false } = {}): Promise<void> {
    const entry = this.#workspace.entry(uri);
    if (!entry) {
      // It was a plan before, and is none any more.
      if (this.#said.has(uri)) this.closed(uri);
      return;
    }
    const diagnostics = diagnosticsOf(entry, await this.#workspace.verdict(entry));
    if (this.#workspace.entry(uri) !== entry) return;
    const said = JSON.stringify(diagnostics);
    if (unlessSaid && this.#said.get(uri) === said) return;
    this.#said.set(uri, said);
    await this.#connection.sendDiagnostics({ uri, version: entry.plan.version, diagnostics });
  }
}

/** Diagnostics for an editor that asks for them. */
export class PulledReports implements Reports {
  readonly #workspace: Workspace;
  readonly #refresh: () => Promise<void>;
  readonly #said = new Map<string, string>();

  /** @param refresh lets the editor ask anew */
  constructor(workspace: Workspace, refresh: () => Promise<void>) {
    this.#workspace = workspace;
    this.#refresh = refresh;
  }

  /** The diagnostics of a document; none where it is no plan. */
  async of(uri: string): Promise<Diagnostic[]> {
    const entry = this.#workspace.entry(uri);
    if (!entry) return [];
    const diagnostics = await this.#diagnostics(entry);
    this.#said.set(uri, JSON.stringify(diagnostics));
    return diagnostics;
  }

  changed(): void {}

  closed(uri: string): void {
    this.#said.delete(uri);
  }

  async stale(project: Project): Promise<void> {
    for (const entry of this.#workspace.entries(project)) {
      const said = this.#said.get(entry.plan.uri);
      if (said === undefined || said === JSON.stringify(await this.#diagnostics(entry))) continue;
      return this.#refresh();
    }
  }

  async #diagnostics(entry: Entry): Promise<Diagnostic[]> {
    return diagnosticsOf(entry, await this.#workspace.verdict(entry));
  }
}
