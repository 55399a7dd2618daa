import { type PoolOptions, ThreadsPoolWorker, type Vite, type WorkerRequest } from 'vitest/node';

/**
 * A thread that outlives a run of tests. Most of the time that a mutant takes would go into loading
 * the code, which is the same for all of them: which mutant is active is decided when a test begins.
 */
class KeptWorker extends ThreadsPoolWorker {
  override readonly name = 'kept';
  #hears = new Set<(message: unknown) => void>();
  #isRunning = false;
  #isToBeKept = false;
  #runs = 0;

  override on(event: string, callback: (...args: unknown[]) => void): void {
    super.on(event, callback);
    if (event === 'message') this.#hears.add(callback);
  }

  override async start(): Promise<void> {
    this.#runs += 1;
    if (this.#isRunning) return;
    await super.start();
    this.#isRunning = true;
    // A mutant can bring a thread down. The next one gets another.
    super.on('exit', () => void this.end());
  }

  /** A worker that is asked to stop answers that it did, and waits for the next run. */
  override send(message: WorkerRequest): void {
    this.#isToBeKept = message.type === 'stop' && this.#runs < mostRuns;
    if (!this.#isToBeKept) {
      super.send(message);
      return;
    }
    const stopped = { type: 'stopped', __vitest_worker_response__: true };
    queueMicrotask(() => {
      for (const hear of this.#hears) hear(stopped);
    });
  }

  override async stop(): Promise<void> {
    if (!this.#isToBeKept) return this.end();
    for (const hear of this.#hears) this.off('message', hear);
    this.#hears.clear();
  }

  async end(): Promise<void> {
    if (!this.#isRunning) return;
    this.#hears.clear();
    this.#isRunning = false;
    this.#isToBeKept = false;
    this.#runs = 0;
    await super.stop();
  }
}

/** What a mutant may leave behind is gone with the thread. */
const mostRuns = 40;

/** Runs all tests in one thread, which is renewed from time to time. */
export function keptWorker(): Vite.Plugin {
  let worker: KeptWorker | undefined;
  return {
    name: 'kept-worker',
    configureVitest({ vitest, project }) {
      // Where a test stands is asked for by Stryker, found out slowly, and used for nothing here.
      project.config.includeTaskLocation = false;
      project.config.pool = 'kept';
      project.config.poolRunner = {
        name: 'kept',
        createPoolWorker(options: PoolOptions) {
          worker ??= new KeptWorker(options);
          return worker;
        },
      };
      vitest.onClose(() => worker?.end());
    },
  };
}
