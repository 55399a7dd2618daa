import type { TextDocument } from 'vscode-languageserver-textdocument';
import { attachmentsBeside } from '../source/attachments.ts';
import { type Home, homeOf } from './home.ts';
import { OpenPlan } from './open-plan.ts';
import { Project, type ProjectOptions, type Verdict } from './project.ts';

/** A plan in the editor, and where it belongs. */
export interface Entry {
  readonly plan: OpenPlan;
  readonly home: Home;
  readonly project: Project;
}

/** Everything that the editor has open. */
export class Workspace {
  readonly #options: ProjectOptions;
  readonly #projects = new Map<string, Project>();
  readonly #entries = new Map<string, Entry>();
  #folders: readonly string[] = [];

  constructor(options: ProjectOptions) {
    this.#options = options;
  }

  /** The folders that are open in the editor. */
  set folders(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** The plan in a document; undefined where it holds none. */
  entry(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** All plans that are open, or those of one project. */
  entries(project?: Project): Entry[] {
    return [...this.#entries.values()].filter((entry) => !project || entry.project === project);
  }

  /** Reads a document that was opened or changed; it may be a plan now, or be none any more. */
  update(document: TextDocument): void {
    const { uri, version, languageId } = document;
    const text = document.getText();
    const home = homeOf({ uri, languageId, text }, this.#folders);
    const earlier = this.#entries.get(uri);
    if (earlier && earlier.home.shown !== home?.shown) this.close(uri);
    if (!home) return;
    const attachments = home.path === undefined ? undefined : attachmentsBeside(home.path);
    const plan = new OpenPlan({ uri, version, text }, home.shown, attachments, earlier?.plan);
    const project = this.#project(home.root);
    if (home.together) project.open(plan.file);
    this.#entries.set(uri, { plan, home, project });
  }

  close(uri: string): void {
    const entry = this.#entries.get(uri);
    this.#entries.delete(uri);
    if (entry?.home.together) entry.project.close(entry.home.shown);
  }

  /** The projects whose verdicts a file has a say in. */
  concernedBy(path: string): Project[] {
    return [...this.#projects.values()].filter((project) => project.isConcernedBy(path));
  }

  verdict({ plan, home, project }: Entry): Promise<Verdict> {
    return project.verdict(plan.file, home);
  }

  #project(root: string): Project {
    const project = this.#projects.get(root) ?? new Project(root, this.#options);
    this.#projects.set(root, project);
    return project;
  }
}
