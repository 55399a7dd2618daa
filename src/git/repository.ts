import { realpathSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import { nearest } from '../lifecycle/suggest.ts';
import { printable } from '../lifecycle/words.ts';
import { GitFailure, gitOutput, runGit } from './git.ts';

/** A git repository, seen from a folder in its working tree. */
export class Repository {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** Where that folder is in the repository: empty, or a path that ends with a slash. */
  readonly prefix: string;
  /** The top of the working tree: an absolute path without links. */
  readonly root: string;

  private constructor(cwd: string, prefix: string) {
    this.cwd = cwd;
    this.prefix = prefix;
    const above = prefix.split('/').filter(Boolean);
    this.root = resolve(realpathSync(cwd), ...above.map(() => '..'));
  }

  /**
   * The repository that a folder lies in.
   *
   * @throws {GitFailure} where there is none, or no git
   */
  static async at(cwd: string): Promise<Repository> {
    const prefix = await gitOutput(['rev-parse', '--show-prefix'], cwd);
    return new Repository(cwd, prefix.toString().replace(/\n$/, ''));
  }

  /** Where a path of the working tree is in the repository; the repository itself is empty. */
  inTree(path: string): string {
    const here = realpathSync(this.cwd);
    const absolute = resolve(this.cwd, path);
    const fromHere = [relative(this.cwd, absolute), relative(here, absolute)].map((each) =>
      posix.join(this.prefix, each.split(sep).join('/')),
    );
    const inside = fromHere.find((each) => each !== '..' && !each.startsWith('../'));
    if (inside === undefined) {
      throw new GitFailure('other', `${printable(path)} is outside of the repository`);
    }
    return inside.replace(/^\.?\/*|\/+$/g, '');
  }

  /** A path of the repository as it is shown: relative to the folder. */
  shown(treePath: string): string {
    return posix.relative(this.prefix, treePath) || '.';
  }

  /**
   * The commit that a revision names.
   *
   * @param revision a branch, a tag, a commit, or anything else that git knows: `HEAD~1`
   * @throws {GitFailure} where there is no such commit, with what to do
   */
  async commit(revision: string): Promise<string> {
    const commit = await this.commitOrNone(revision);
    if (commit !== undefined) return commit;
    throw await this.#unknown(revision);
  }

  /** The commit that a revision names, if it names one. */
  async commitOrNone(revision: string): Promise<string | undefined> {
    const object = await this.#object(revision);
    // Behind `:/text` all that follows is text, so what the revision names comes first.
    return object === undefined ? undefined : this.#object(`${object}^{commit}`);
  }

  async #object(revision: string): Promise<string | undefined> {
    if (revision === '' || revision.includes('\0')) return undefined;
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', revision];
    const { status, stdout } = await runGit(args, this.cwd);
    const object = stdout.toString().trim();
    return status === 0 && isObjectId(object) ? object : undefined;
  }

  /**
   * The commit from which two have come.
   *
   * @throws {GitFailure} where there is none, or a shallow clone does not have it
   */
  async mergeBase(a: string, b: string): Promise<string> {
    const { status, stdout } = await runGit(['merge-base', a, b], this.cwd);
    const commit = stdout.toString().trim();
    if (status === 0 && isObjectId(commit)) return commit;
    const why = (await this.isShallow()) ? `. ${moreHistory}` : ': they share no history';
    throw new GitFailure('no-merge-base', `The two revisions have no merge base here${why}`);
  }

  /** Whether a commit has a file at a path of the working tree. */
  async has(commit: string, path: string): Promise<boolean> {
    const args = ['ls-tree', '-z', '--name-only', '--full-tree', commit, '--', this.inTree(path)];
    return (await gitOutput(args, this.cwd)).length > 0;
  }

  /** Whether older commits are missing here. */
  async isShallow(): Promise<boolean> {
    const said = await gitOutput(['rev-parse', '--is-shallow-repository'], this.cwd);
    return said.toString().trim() === 'true';
  }

  async #unknown(revision: string): Promise<GitFailure> {
    const name = printable(revision);
    if (revision === '') {
      return new GitFailure(
        'unknown-revision',
        'An empty text stands where a revision is wanted: perhaps a variable is not set. Name a branch, a tag or a ' +
          'commit, or leave the empty text out',
      );
    }
    if ((await this.#object(revision)) !== undefined) {
      return new GitFailure(
        'unknown-revision',
        `${name} names something in git that is no commit. A path stands behind the revision: \`main -- content/plans\``,
      );
    }
    if (revision === 'HEAD') {
      return new GitFailure('no-commit', 'This repository has no commit yet');
    }
    if (await this.isShallow()) {
      return new GitFailure(
        'unknown-revision',
        `There is no revision ${name} here. ${moreHistory}`,
      );
    }
    if (revision.startsWith(':/')) {
      return new GitFailure(
        'unknown-revision',
        `There is no commit whose message has ${printable(revision.slice(2))}, which is what git takes ${name} for. ` +
          'A path of this name stands behind `--`',
      );
    }
    const near = nearest(revision, await this.names());
    const hint = near
      ? ` Did you mean ${printable(near)}?`
      : ' A branch of a remote must be fetched before it is known here.';
    return new GitFailure('unknown-revision', `There is no revision ${name}.${hint}`);
  }

  /** The names of branches and tags. */
  async names(): Promise<string[]> {
    const args = [
      'for-each-ref',
      '--format=%(refname:short)',
      'refs/heads',
      'refs/remotes',
      'refs/tags',
    ];
    return (await gitOutput(args, this.cwd)).toString().split('\n').filter(Boolean);
  }
}

const moreHistory =
  'This clone is shallow: it has only the newest commits. `git fetch --unshallow` brings the others; in CI, ' +
  'check out with the whole history (`fetch-depth: 0` for actions/checkout).';

/** Whether a text is the whole name of an object: SHA-1 or SHA-256. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
