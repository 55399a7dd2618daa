import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { codeOf } from '../source/failure.ts';

/** Why git could not do something. */
export type GitFailureReason =
  | 'no-git'
  | 'no-repository'
  | 'no-commit'
  | 'unknown-revision'
  | 'no-merge-base'
  | 'other';

/** Git could not do something; the message says what, and what to do. */
export class GitFailure extends Error {
  readonly reason: GitFailureReason;

  constructor(reason: GitFailureReason, message: string) {
    super(message);
    this.name = 'GitFailure';
    this.reason = reason;
  }
}

/** What git said and how it ended. */
export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git, without a shell: no argument is ever more than an argument. Whatever comes from outside
 * stands behind `--end-of-options` or `--` all the same.
 *
 * @param input what git is given on its standard input
 * @throws {GitFailure} where there is no git, or the folder is in no repository
 */
export function runGit(args: readonly string[], cwd: string, input = ''): Promise<GitResult> {
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      [...settings, ...args],
      { cwd, env: environment(), encoding: 'buffer', maxBuffer: mostOutput },
      (error, stdout, stderr) => {
        const text = stderr.toString();
        if (!error) return done({ status: 0, stdout, stderr: text });
        if (typeof error.code !== 'number') return fail(notRun(error));
        if (/not a git repository/.test(text)) return fail(noRepository(cwd));
        done({ status: error.code, stdout, stderr: text });
      },
    );
    // Git may end before it has read everything; how it ended says why.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

/**
 * What git prints.
 *
 * @throws {GitFailure} also when git itself fails
 */
export async function gitOutput(
  args: readonly string[],
  cwd: string,
  input?: string,
): Promise<Buffer> {
  const { status, stdout, stderr } = await runGit(args, cwd, input);
  if (status === 0) return stdout;
  throw new GitFailure('other', `git ${args[0]} failed: ${firstLine(stderr) || `exit ${status}`}`);
}

/**
 * What git prints with NUL behind each part, part by part. Git is stopped once nobody wants more.
 *
 * @throws {GitFailure} when git fails
 */
export async function* gitParts(args: readonly string[], cwd: string): AsyncGenerator<string> {
  const child = spawn('git', [...settings, ...args], {
    cwd,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  // It is waited for below; until then nobody is to blame.
  ended.catch(() => {});
  try {
    let rest = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
    const [status] = await ended;
    if (status !== 0) throw new GitFailure('other', `git ${args[0]} failed: exit ${status}`);
  } finally {
    child.kill();
  }
}

/**
 * The first bytes of a blob; git is stopped once it has given them.
 *
 * @returns undefined where git does not have it
 */
export function firstBytes(oid: string, bytes: number, cwd: string): Buffer | undefined {
  const { status, stdout, error } = spawnSync('git', [...settings, 'cat-file', 'blob', oid], {
    cwd,
    env: environment(),
    maxBuffer: bytes,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const isStopped = codeOf(error) === 'ENOBUFS';
  return status === 0 || isStopped ? stdout : undefined;
}

/** What a repository or its user may have set must neither run anything nor change what is printed. */
const settings = ['-c', 'log.showSignature=false', '-c', 'log.follow=false', '--no-pager'];

const mostOutput = 2 ** 30;

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: 'C',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

function notRun(error: Error & { code?: unknown }): GitFailure {
  if (error.code !== 'ENOENT')
    return new GitFailure('other', `git cannot be run: ${error.message}`);
  return new GitFailure('no-git', 'There is no `git` on this machine, or it is not on the path');
}

function noRepository(cwd: string): GitFailure {
  return new GitFailure('no-repository', `${cwd} is not in a git repository`);
}

function firstLine(text: string): string {
  return (
    text
      .trim()
      .split('\n')[0]
      ?.replace(/^fatal: /, '') ?? ''
  );
}
