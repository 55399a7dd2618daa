import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A file as it is given to the linter. */
export interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of a file. */
export interface Verdict {
  readonly status: number | null;
  /** What is wrong with how it ended; undefined where all is well. */
  readonly fault: string | undefined;
}

/** How long a file may take, and how much memory its process may have. */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

export const bounds: Bounds = { seconds: 10, megabytes: 500 };

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));

/**
 * The command line in a process of its own, which lints one file after another, and is replaced where
 * it dies, hangs or takes too much.
 */
export class Linter {
  readonly #bounds: Bounds;
  readonly #preload: string | undefined;
  #child: ChildProcess | undefined;
  #stderr = '';

  /** @param preload address of a module that is loaded first: to see that harm is noticed */
  constructor(limits: Bounds = bounds, preload?: string) {
    this.#bounds = limits;
    this.#preload = preload;
  }

  async lint({ name, bytes }: Case): Promise<Verdict> {
    const child = this.#running();
    this.#stderr = '';
    return new Promise((done) => {
      const { seconds } = this.#bounds;
      const end = (verdict: Verdict) => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        if (verdict.fault !== undefined) this.stop();
        done(verdict);
      };
      const timer = setTimeout(
        () => end({ status: null, fault: `It took more than ${seconds} seconds` }),
        seconds * 1000,
      );
      child.once('exit', (code, signal) =>
        end({
          status: code,
          fault: `It died of ${signal ?? code}: ${this.#stderr.slice(0, 2000)}`,
        }),
      );
      child.once('message', (answer: Verdict) => end(answer));
      child.send({ name, text: Buffer.from(bytes).toString('base64') });
    });
  }

  stop(): void {
    this.#child?.removeAllListeners('exit');
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const child = fork(worker, [String(this.#bounds.megabytes)], {
      execArgv: this.#preload === undefined ? [] : ['--import', this.#preload],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr?.on('data', (data) => {
      this.#stderr += data;
    });
    this.#child = child;
    return child;
  }
}
