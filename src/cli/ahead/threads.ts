import type { MessagePort, Worker } from 'node:worker_threads';

/** Plans whose prose is to be read. */
export interface ReadingList {
  /** The absolute paths of their files, in the order in which it will be needed. */
  readonly files: readonly string[];
  /** Who reads which of them, see `Claims`. */
  readonly shared: SharedArrayBuffer;
}

/** Facts that were read, as they are written, and their key. */
export type Found = readonly [key: string, written: string];

/** More than these would wait for the thread that they read for. */
const most = 3;

/** They need room for one plan at a time, and for little that piles up. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** Threads that read ahead, one for each processor that has nothing else to do. */
export class Threads {
  readonly #workers: readonly Worker[];
  readonly #ports: readonly MessagePort[];

  constructor(count = idleProcessors()) {
    const { MessageChannel, Worker } = process.getBuiltinModule('node:worker_threads');
    const channels = Array.from({ length: count }, () => new MessageChannel());
    this.#ports = channels.map(({ port1 }) => port1);
    this.#workers = channels.map(({ port2 }) => {
      const program = new URL('thread.mjs', import.meta.url);
      const worker = new Worker(program, {
        workerData: port2,
        transferList: [port2],
        resourceLimits,
      });
      // A thread that fails leaves its share to the one that it reads for.
      worker.on('error', () => {});
      worker.unref();
      return worker;
    });
  }

  begin(list: ReadingList): void {
    for (const worker of this.#workers) worker.postMessage(list);
  }

  /** What has been read since this was last asked. */
  *found(): Iterable<Found> {
    const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads');
    for (const port of this.#ports) {
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
        yield next.message;
      }
    }
  }

  end(): void {
    for (const port of this.#ports) port.close();
    for (const worker of this.#workers) void worker.terminate();
  }
}

function idleProcessors(): number {
  const { availableParallelism } = process.getBuiltinModule('node:os');
  return Math.min(availableParallelism() - 1, most);
}
