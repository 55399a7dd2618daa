import { execFileSync, spawn } from 'node:child_process';

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

/** The most memory that a process held at a time together with all that it had started, in megabytes. */
export async function memoryOfAll(program: Program): Promise<number> {
  let most = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (id: number) => {
    most = Math.max(most, memoryFrom(id));
  };
  await told(program, (id) => {
    timer = setInterval(look, 500, id);
  }).finally(() => clearInterval(timer));
  return most / 1024;
}

/** What a process and all below it hold right now, in kilobytes. */
function memoryFrom(root: number): number {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  const all = list.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const from = (id: number): number => {
    const own = all.find(([each]) => each === id)?.[2] ?? 0;
    const children = all.filter(([, parent]) => parent === id);
    return children.reduce((sum, [child = 0]) => sum + from(child), own);
  };
  return from(root);
}

function told({ args, cwd }: Program, started: (id: number) => void = () => {}): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    if (child.pid !== undefined) started(child.pid);
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
