import { commands, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { Checker } from './checker.ts';
import { rootOf } from './plans.ts';
import type { Obstacle } from './waypost.ts';

/** What checks the plans that are open, by folder: each by the Waypost that is its own. */
export class Checkers {
  readonly #output: LogOutputChannel;
  readonly #checkers = new Map<string, Checker>();
  readonly #told = new Set<string>();

  constructor(output: LogOutputChannel) {
    this.#output = output;
  }

  /** Sees to it that a plan is checked. */
  check(document: TextDocument): void {
    const root = rootOf(document);
    if (root === undefined || this.#checkers.has(root)) return;
    const checker = new Checker(root, this.#output, (obstacle) => this.#tell(obstacle));
    this.#checkers.set(root, checker);
  }

  /** Begins anew with all plans that are open. */
  async restart(): Promise<void> {
    await this.stop();
    for (const document of workspace.textDocuments) this.check(document);
  }

  async stop(): Promise<void> {
    const checkers = [...this.#checkers.values()];
    this.#checkers.clear();
    this.#told.clear();
    await Promise.all(checkers.map((checker) => checker.stop()));
  }

  /** Says once why plans are not checked; what holds for several folders is not said for each. */
  async #tell({ reason, remedy }: Obstacle): Promise<void> {
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    const chosen = await window.showWarningMessage(reason, remedy.title);
    if (chosen) await commands.executeCommand(remedy.command, ...(remedy.arguments ?? []));
  }
}
