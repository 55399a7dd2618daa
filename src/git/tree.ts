import { isUtf8 } from 'node:buffer';
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { ofBlob, readBlobs } from './blobs.ts';
import { gitOutput } from './git.ts';
import type { Repository } from './repository.ts';

/** What lies at a path of a commit once all links are followed. */
export type TreeEntry =
  | { readonly kind: 'file'; readonly path: string; readonly oid: string }
  | { readonly kind: 'folder' | 'submodule'; readonly path: string }
  /** A link leads there: absolute, and beyond what git keeps. */
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'loop' };

/** As many links as Linux follows for one path. */
const mostLinks = 40;

/** The files of a commit. Paths are those of the repository, with slashes; the repository itself is empty. */
export class Tree {
  /** The names of the content of regular files, by path. */
  readonly files = new Map<string, string>();
  /** Paths in which some bytes are no UTF-8; what they are shown by names no file. */
  readonly unnameable = new Set<string>();
  readonly #links = new Map<string, string>();
  readonly #submodules = new Set<string>();
  readonly #folders = new Map<string, Set<string>>([['', new Set()]]);
  readonly #root: string;

  private constructor(root: string) {
    this.#root = root;
  }

  /**
   * The files of a commit at some paths, everything below them, and whatever links there lead to.
   *
   * @param commit the whole name of a commit
   * @throws {GitFailure} also where git has lost a part of it
   */
  static async at(repository: Repository, commit: string, paths: readonly string[]): Promise<Tree> {
    const asked = await listed(repository, commit, paths.includes('') ? [] : paths);
    const tree = await Tree.#of(repository, asked);
    const isWhole = tree.#links.size === 0 && paths.every((path) => tree.has(path));
    // Links may lead anywhere, and so may one on the way to a path.
    return isWhole ? tree : Tree.#of(repository, await listed(repository, commit, []));
  }

  static async #of(repository: Repository, entries: readonly Listed[]): Promise<Tree> {
    const tree = new Tree(repository.root);
    const links = entries.filter(({ mode }) => mode === linkMode);
    const targets = await readBlobs(
      repository,
      links.map(({ oid }) => oid),
    );
    for (const { path, mode, oid, isUtf8 } of entries) {
      if (mode === linkMode) tree.#links.set(path, ofBlob(targets, oid, path).toString());
      else if (mode === submoduleMode) tree.#submodules.add(path);
      else tree.files.set(path, oid);
      if (!isUtf8) tree.unnameable.add(path);
      tree.#addToFolder(path);
    }
    return tree;
  }

  #addToFolder(path: string): void {
    const folder = folderOf(path);
    const names = this.#folders.get(folder);
    if (names) {
      names.add(posix.basename(path));
      return;
    }
    this.#folders.set(folder, new Set([posix.basename(path)]));
    this.#addToFolder(folder);
  }

  /** Whether something is at a path, be it a link that leads nowhere. */
  has(path: string): boolean {
    return this.files.has(path) || this.#folders.has(path) || this.#isOther(path);
  }

  #isOther(path: string): boolean {
    return this.#links.has(path) || this.#submodules.has(path);
  }

  /** The names of what is in a folder; links are not followed. */
  namesIn(folder: string): readonly string[] {
    return [...(this.#folders.get(folder) ?? [])];
  }

  /** What lies at a path once all links are followed, as the file system would. */
  lookUp(path: string): TreeEntry {
    let here = '';
    let ahead = stepsOf(path);
    for (let links = 0; links <= mostLinks; ) {
      const [step, ...further] = ahead;
      if (step === undefined) return this.#entryAt(here);
      const next = posix.join(here, step);
      const target = next === '..' ? resolve(this.#root, '..') : this.#links.get(next);
      if (target === undefined) {
        here = next === '.' ? '' : next;
        if (!this.has(here)) return { kind: 'absent' };
        ahead = further;
        continue;
      }
      links += 1;
      if (!isAbsolute(target)) {
        ahead = [...stepsOf(target), ...further];
        continue;
      }
      const absolute = resolve(target, ...further);
      const inside = belowRoot(this.#root, absolute);
      if (inside === undefined) return { kind: 'outside', path: absolute };
      here = '';
      ahead = stepsOf(inside);
    }
    return { kind: 'loop' };
  }

  #entryAt(path: string): TreeEntry {
    const oid = this.files.get(path);
    if (oid !== undefined) return { kind: 'file', path, oid };
    return { kind: this.#submodules.has(path) ? 'submodule' : 'folder', path };
  }
}

/** The folder of a path from the root of the repository; the root itself is empty. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

/**
 * Where an absolute path is below the root of a repository, with slashes; the root itself is empty.
 *
 * @returns undefined where it is outside
 */
export function belowRoot(root: string, absolute: string): string | undefined {
  const steps = relative(root, absolute).split(sep);
  return steps[0] === '..' || isAbsolute(steps.join(sep)) ? undefined : steps.join('/');
}

const linkMode = '120000';
const submoduleMode = '160000';

interface Listed {
  readonly mode: string;
  readonly oid: string;
  readonly path: string;
  readonly isUtf8: boolean;
}

async function listed(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Listed[]> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths];
  // Each byte is a character at first: names may be in any encoding.
  const entries = (await gitOutput(args, repository.cwd)).toString('latin1').split('\0');
  return entries.filter(Boolean).map((entry) => {
    const [, mode = '', oid = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    const name = Buffer.from(path, 'latin1');
    return { mode, oid, path: name.toString(), isUtf8: isUtf8(name) };
  });
}

function stepsOf(path: string): string[] {
  return path.split('/').filter((step) => step !== '' && step !== '.');
}
