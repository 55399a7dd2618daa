import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  defaultPlansFolder,
  findFiles,
  readFound,
  readPlanAt,
  shownPath,
} from '../source/discover.ts';
import type { PlanFile } from '../source/plan-file.ts';

/**
 * The plans of a folder as they are on the disk, found as the command line finds them. Nothing is read
 * before it is asked for, and nothing again that has not changed.
 */
export class SavedPlans {
  readonly #root: string;
  readonly #warn: (message: string) => void;
  /** By the paths that they are shown by; those that have changed are left out until they are asked for. */
  #plans = new Map<string, PlanFile>();
  #isComplete = false;
  #warned: ReadonlySet<string> = new Set();

  /**
   * @param root the folder above `content/plans`
   * @param warn is told once of whatever cannot be read
   */
  constructor(root: string, warn: (message: string) => void) {
    this.#root = root;
    this.#warn = warn;
  }

  /** Takes note that a file or folder is another one now, or is gone. */
  changed(path: string): void {
    const shown = shownPath(path, this.#root);
    for (const file of this.#plans.keys()) {
      if (`${file}/`.startsWith(`${shown}/`)) this.#plans.delete(file);
    }
    this.#isComplete = false;
  }

  /** All of them, by the paths that they are shown by. */
  all(): ReadonlyMap<string, PlanFile> {
    if (this.#isComplete) return this.#plans;
    const { files, unreadable } = readFound(this.#found(), (absolute, shown) => {
      return this.#plans.get(shown) ?? readPlanAt(absolute, shown);
    });
    const messages = unreadable.flatMap(({ message, isEmpty }) => (isEmpty ? [] : message));
    for (const message of messages) if (!this.#warned.has(message)) this.#warn(message);
    this.#warned = new Set(messages);
    this.#plans = new Map(files.map((file) => [file.file, file]));
    this.#isComplete = true;
    return this.#plans;
  }

  #found() {
    if (!existsSync(join(this.#root, defaultPlansFolder))) return { files: [], unreadable: [] };
    return findFiles([defaultPlansFolder], this.#root);
  }
}
