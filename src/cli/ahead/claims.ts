/** What becomes of a share of the files. */
const state = { free: 0, own: 1, lent: 2, done: 3 } as const;

/** So many files are claimed at once: few enough that nobody waits long for the others. */
const shareSize = 8;

/** Some of the files, from the first to before the end. */
export interface Share {
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/**
 * Who reads which of a list of files. The thread that needs them takes them from the front, the threads that
 * help it from the back, until they meet: none is read twice.
 */
export class Claims {
  /** What another thread makes its view of the same claims from. */
  readonly shared: SharedArrayBuffer;
  readonly #states: Int32Array;
  readonly #count: number;
  readonly #patience: number;

  /**
   * @param count how many files there are
   * @param shared another thread's view of the claims
   * @param patience how long is waited for another thread, in milliseconds
   */
  constructor(count: number, shared?: SharedArrayBuffer, patience = 20_000) {
    const shares = Math.ceil(count / shareSize);
    this.shared = shared ?? new SharedArrayBuffer(shares * Int32Array.BYTES_PER_ELEMENT);
    this.#states = new Int32Array(this.shared);
    this.#count = count;
    this.#patience = patience;
  }

  /**
   * Claims the share of a file for the thread that asks, and waits where another is about to read it.
   *
   * @returns whether another has read it; not so where that takes longer than it may, as when it is dead
   */
  awaitOrTake(file: number): boolean {
    const share = Math.floor(file / shareSize);
    const found = Atomics.compareExchange(this.#states, share, state.free, state.own);
    if (found === state.lent) Atomics.wait(this.#states, share, state.lent, this.#patience);
    const become = Atomics.load(this.#states, share);
    // Whoever does not answer is not waited for again.
    if (become === state.lent) this.#giveUp();
    return become === state.done;
  }

  /** Claims the last share that nobody has; undefined when there is none. */
  takeLast(): Share | undefined {
    for (let index = this.#states.length - 1; index >= 0; index--) {
      const found = Atomics.compareExchange(this.#states, index, state.free, state.lent);
      if (found !== state.free) continue;
      const first = index * shareSize;
      return { index, first, end: Math.min(first + shareSize, this.#count) };
    }
    return undefined;
  }

  /** Says that a share is read, be it with success or not. */
  finish({ index }: Share): void {
    Atomics.compareExchange(this.#states, index, state.lent, state.done);
    Atomics.notify(this.#states, index);
  }

  #giveUp(): void {
    for (let share = 0; share < this.#states.length; share++) {
      Atomics.compareExchange(this.#states, share, state.lent, state.own);
    }
  }
}
