import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const bin = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line as a process of its own, as a user would.
 *
 * @param variables environment variables besides those of the tests, without what CI sets itself
 * @param input what it is given on standard input
 */
export function waypost(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
): Promise<Run> {
  return run(process.execPath, [bin, ...args], cwd, variables, input);
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
  input: string | Uint8Array = '',
): Promise<Run> {
  return new Promise((done, fail) => {
    const { NO_COLOR, FORCE_COLOR, GITHUB_STEP_SUMMARY, ...env } = process.env;
    const child = spawn(program, args, { cwd, env: { ...env, ...variables } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('error', fail);
    // It may have read enough before it has been told everything.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('close', (status) => done({ status, stdout, stderr }));
  });
}

/** A folder with these files, gone after the test. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
