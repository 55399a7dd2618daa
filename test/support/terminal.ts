import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { bin } from './waypost.ts';

/** Whether a terminal can be had: `script` of other systems takes other options. */
export const hasTerminal = process.platform === 'linux' && versionOfScript().includes('util-linux');

function versionOfScript(): string {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

/**
 * Runs the command line on a terminal of its own; what is written to its input is typed there.
 *
 * @param variables all environment variables but the path
 */
export function onTerminal(
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
): ChildProcess {
  const command = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
  // Without a shell around it, which would take part in what is typed.
  return spawn('script', ['-qec', `exec ${command}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, ...variables },
  });
}
