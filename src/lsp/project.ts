import { join, relative, sep } from 'node:path';
import { addressOf, type Configuration } from '../lint/configuration.ts';
import { defaultConfigurationFile, loadConfiguration } from '../lint/configuration-file.ts';
import type { Finding } from '../lint/finding.ts';
import { lint } from '../lint/lint.ts';
import type { Rule } from '../rules/rule.ts';
import { defaultPlansFolder } from '../source/discover.ts';
import { reasonOf } from '../source/failure.ts';
import type { PlanFile } from '../source/plan-file.ts';
import type { Home } from './home.ts';
import { SavedPlans } from './saved-plans.ts';

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
  readonly #saved: SavedPlans;
  /** By the paths that they are shown by. */
  readonly #open = new Map<string, PlanFile>();
  #configuration: Promise<Configuration> | undefined;
  #lastReason: string | undefined;

  constructor(root: string, options: ProjectOptions) {
    this.root = root;
    this.#options = options;
    this.#saved = new SavedPlans(root, options.warn);
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
  changed(path: string): void {
    if (path === join(this.root, defaultConfigurationFile)) {
      this.#configuration = undefined;
      return;
    }
    this.#saved.changed(path);
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
      const plans = together ? this.#plansWith(file) : [file];
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

  #plansWith(file: PlanFile): PlanFile[] {
    const plans = new Map([...this.#saved.all(), ...this.#open]);
    return [...plans.set(file.file, file).values()];
  }
}
