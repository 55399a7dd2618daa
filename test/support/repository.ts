import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith } from './waypost.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** A git repository in a folder of its own, gone after the test. Its clock is its own, too. */
export class TestRepository {
  readonly folder: string;
  #day = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Runs git there, as nobody in particular and with no settings of this machine's. */
  git(...args: string[]): string {
    return this.gitWith('', ...args);
  }

  /** Runs git there with something to read. */
  gitWith(input: string, ...args: string[]): string {
    const date = `2026-03-${String(Math.max(this.#day, 1)).padStart(2, '0')}T23:30:00-0500`;
    return execFileSync('git', args, {
      cwd: this.folder,
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'A. Writer',
        GIT_AUTHOR_EMAIL: 'writer@plans.example',
        GIT_COMMITTER_NAME: 'A. Writer',
        GIT_COMMITTER_EMAIL: 'writer@plans.example',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    }).trim();
  }

  /** Writes files; an empty text takes a file away. */
  write(files: Files): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.folder, name);
      if (content === '') {
        rmSync(path);
        continue;
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** Commits everything, a day after the last commit. */
  commit(message: string, files: Files = {}): string {
    this.write(files);
    this.#day += 1;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}

/** A repository with one commit of these files on the branch `main`. */
export async function repositoryWith(files: Files): Promise<TestRepository> {
  const repository = new TestRepository(await folderWith({}));
  repository.git('init', '--quiet', '--initial-branch', 'main');
  repository.commit('Begin', files);
  return repository;
}

/** A copy of a repository. */
export async function cloneOf(
  original: TestRepository,
  ...args: string[]
): Promise<TestRepository> {
  const clone = new TestRepository(await folderWith({}));
  clone.git('clone', '--quiet', ...args, `file://${original.folder}`, '.');
  return clone;
}
