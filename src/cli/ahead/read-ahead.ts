import type { FactsFile } from '../../source/facts-file.ts';
import { factsStore } from '../../source/facts-home.ts';
import type { FactsStore } from '../../source/facts-store.ts';
import { Claims } from './claims.ts';
import { Threads } from './threads.ts';

/** Threads are worth their start where nothing is known of so many plans, and so many are still to come. */
const worthwhile = { unknown: 25, left: 100 };

/** Those who read ahead, see {@link Threads}. */
export type Helpers = Pick<Threads, 'begin' | 'found' | 'end'>;

/**
 * Has other threads read the prose of plans, which takes most of the time, once it turns out that much is not
 * known yet. They tell facts, by the text that they were read from, and nothing else: without them, and
 * where they fail, the same is read, only later.
 */
export class ReadAhead {
  readonly #store: FactsFile;
  readonly #files: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #claims: Claims;
  readonly #start: () => Helpers;
  #unknown = 0;
  #threads: Helpers | undefined;

  /**
   * @param store where facts are known from, and kept
   * @param files the absolute paths of all plans with prose, in the order in which it will be needed
   * @param start starts threads
   */
  constructor(
    store: FactsFile,
    files: readonly string[],
    start: () => Helpers = () => new Threads(),
  ) {
    this.#store = store;
    this.#files = files;
    this.#places = new Map(files.map((file, place) => [file, place]));
    this.#claims = new Claims(files.length);
    this.#start = start;
  }

  /** What is known of a file, once whoever reads it has told. */
  storeFor(file: string): FactsStore {
    const place = this.#places.get(file);
    if (place === undefined) return this.#store;
    return {
      find: (kind, text) => {
        const known = this.#store.find(kind, text);
        if (known) return known;
        this.#unknown += 1;
        if (!this.#threads && this.#isWorthwhile(place)) this.#startThreads();
        const isRead = kind !== 'data' && this.#claims.awaitOrTake(place);
        // Kept at once, whether it is needed yet or not: nothing piles up in memory.
        for (const [key, written] of this.#threads?.found() ?? []) this.#store.put(key, written);
        return isRead ? this.#store.find(kind, text) : undefined;
      },
      keep: (kind, text, facts) => this.#store.keep(kind, text, facts),
    };
  }

  /** Ends the threads, and the use of the store. */
  close(): void {
    this.#threads?.end();
    this.#threads = undefined;
    this.#store.close();
  }

  #isWorthwhile(place: number): boolean {
    return this.#unknown > worthwhile.unknown && this.#files.length - place > worthwhile.left;
  }

  #startThreads(): void {
    this.#threads = this.#start();
    this.#threads.begin({ files: this.#files, shared: this.#claims.shared });
  }
}

/**
 * Reads ahead with what earlier runs have kept.
 *
 * @param files the absolute paths of all plans with prose, in the order in which it will be needed
 * @returns undefined where nothing can be kept
 */
export function openReadAhead(files: readonly string[]): ReadAhead | undefined {
  const store = factsStore();
  return store && new ReadAhead(store, files);
}
