import { spawn } from 'node:child_process';

/** A program in Node: its file and arguments, and the folder that it runs in. */
export interface Program {
  readonly args: readonly string[];
  readonly cwd: string;
}

/** How long a process takes from its start to its end, in milliseconds. */
export async function duration(program: Program): Promise<number> {
  const started = performance.now();
  await told(program);
  return performance.now() - started;
}

/** The most memory that a process ever held, in megabytes: it tells by itself when it ends. */
export async function peakMemory({ args, cwd }: Program): Promise<number> {
  const teller = new URL('tell-memory.mjs', import.meta.url).href;
  return Number(await told({ args: ['--import', teller, ...args], cwd })) / 1024;
}

/** What a process has measured itself, and says on its fourth channel. */
export async function ownFigure(program: Program): Promise<number> {
  return Number(await told(program));
}

function told({ args, cwd }: Program): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let text = '';
    child.stdio[3]?.on('data', (data) => {
      text += data;
    });
    child.on('error', fail);
    child.on('close', (status) => {
      if (status === 0) done(text);
      else fail(new Error(`node ${args.join(' ')} ended with ${status}`));
    });
  });
}
