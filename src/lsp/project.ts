import { existsSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { addressOf, type Configuration } from '../lint/configuration.ts';
import { defaultConfigurationFile, loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import type { Rule } from '../rules/rule.ts';
import { defaultPlansFolder, readPlanAt, readPlans, shownPath } from '../source/discover.ts';
import { reasonOf } from '../source/failure.ts';
import { kindOfFile, type PlanFile } from '../source/plan-file.ts';
import type { Home } from './home.ts';

/** What can be said of a plan: its findings, or why there is no verdict. */
export type Verdict = { readonly findings: readonly Finding[] } | { readonly unknown: string };

/** What a project tells whoever serves it. */
export interface ProjectOptions {
  /** Is told what cannot be read, so that verdicts across plans are incomplete. */
  readonly warn: (message: string) => void;
  /** Is told why a verdict is unknown. */
  readonly log: (message: string) => void;
  /** The rules to ask; all of them when left out. */
  readonly rules?: readonly Rule[];
}

/**
 * A folder of plans with its configuration: the plans on the disk, and those in the editor in place
 * of them. Nothing is read before it is asked for.
 */
export class Project {
  readonly root: string;
  readonly #options: ProjectOptions;
  /** By the paths that they are shown by. */
  readonly #open = new Map<string, PlanFile>();
  #saved: Promise<Map<string, PlanFile>> | undefined;
  #configuration: Promise<Configuration> | undefined;
  #lastReason: string | undefined;

  constructor(root: string, options: ProjectOptions) {
    this.root = root;
    this.#options = options;
  }

  /** Puts a plan as it stands in an editor in place of the one on the disk. */
  open(file: PlanFile): void {
    this.#open.set(file.file, file);
  }

  close(shown: string): void {
    this.#open.delete(shown);
  }

  /** Whether a file has a say in the verdicts of this project. */
  isConcernedBy(path: string): boolean {
    const below = relative(this.root, path).split(sep).join('/');
    return below === defaultConfigurationFile || `${below}/`.startsWith(`${defaultPlansFolder}/`);
  }

  /** Takes note that a file or folder is another one now, or is gone. */
  async changed(path: string): Promise<void> {
    if (path === join(this.root, defaultConfigurationFile)) {
      this.#configuration = undefined;
      return;
    }
    // What has no ending may be a folder of plans; other files are looked at when a rule asks for them.
    if (!extname(path)) this.#saved = undefined;
    const saved = await this.#saved;
    if (!saved || !kindOfFile(path)) return;
    const shown = shownPath(path, this.root);
    if (existsSync(path)) {
      try {
        saved.set(shown, readPlanAt(path, shown));
        return;
      } catch (error) {
        this.#options.warn(`Cannot read ${shown}: ${reasonOf(error)}`);
      }
    }
    saved.delete(shown);
  }

  /** Where the site is published, as the configuration has it; empty where nobody has said. */
  async address(): Promise<string> {
    const { site } = await this.#configured().catch(() => ({ site: {} }));
    return addressOf(site);
  }

  /**
   * Checks a plan in the light of all plans of the project.
   *
   * @param home where it belongs
   */
  async verdict(file: PlanFile, { together }: Pick<Home, 'together'>): Promise<Verdict> {
    try {
      const { settings, site } = await this.#configured();
      const plans = together ? await this.#plansWith(file) : [file];
      const { rules } = this.#options;
      const only = new Set([file]);
      const findings = await lint(plans, {
        settings,
        site: addressOf(site),
        only,
        ...(rules && { rules }),
      });
      return { findings };
    } catch (error) {
      return { unknown: this.#logged(reasonOf(error)) };
    }
  }

  /** The same reason is logged once, not on every keystroke. */
  #logged(reason: string): string {
    if (reason !== this.#lastReason) this.#options.log(reason);
    this.#lastReason = reason;
    return reason;
  }

  #configured(): Promise<Configuration> {
    this.#configuration ??= loadConfiguration(this.root);
    return this.#configuration;
  }

  async #plansWith(file: PlanFile): Promise<PlanFile[]> {
    this.#saved ??= this.#read();
    const plans = new Map([...(await this.#saved), ...this.#open]);
    return [...plans.set(file.file, file).values()];
  }

  async #read(): Promise<Map<string, PlanFile>> {
    if (!existsSync(join(this.root, defaultPlansFolder))) return new Map();
    const { files, unreadable } = await readPlans([defaultPlansFolder], this.root);
    for (const { message, isEmpty } of unreadable) if (!isEmpty) this.#options.warn(message);
    return new Map(files.map((file) => [file.file, file]));
  }
}
