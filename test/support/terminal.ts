import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { bin } from './waypost.ts';

/** Whether a terminal can be had: `script` of other systems takes other options. */
export const hasTerminal = process.platform === 'linux' && versionOfScript().includes('util-linux');

function versionOfScript(): string {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

/**
 * Runs a command on a terminal of its own; what is written to its input is typed there.
 *
 * @param variables all environment variables but the path
 */
export function onTerminal(
  command: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
): ChildProcess {
  const quoted = command.map((word) => `'${word}'`).join(' ');
  // Without a shell around it, which would take part in what is typed.
  return spawn('script', ['-qec', `exec ${quoted}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, ...variables },
  });
}

/** Runs the command line on a terminal of its own. */
export function waypostOnTerminal(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
): ChildProcess {
  return onTerminal([process.execPath, bin, ...args], cwd, variables);
}
