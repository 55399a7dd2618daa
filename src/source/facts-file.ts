import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Pack, writePack } from './facts-pack.ts';
import type { Facts, FactsStore } from './facts-store.ts';

/** Where so many times more is kept already, a few new facts are not worth writing it all again. */
const patience = 50;

/**
 * Keeps facts in a file from one run to the next: never verdicts, since rules are asked in every run.
 *
 * The file is written beside its place and takes it at once, so that other runs, and one that is
 * killed, find or leave a whole one. What it cannot read or trust, it does not have; what it cannot
 * write, it forgets.
 */
export class FactsFile implements FactsStore {
  readonly #path: string;
  readonly #maker: string;
  readonly #limit: number;
  readonly #former: Pack;
  readonly #used = new Set<string>();
  readonly #added = new Map<string, string>();

  /**
   * @param path where the file lies; made when it is needed
   * @param maker tells everything apart that reads other facts from the same text
   * @param limit how many characters are kept, by default those of some 10,000 plans; what was not used
   * for longest goes first
   */
  constructor(path: string, maker: string, limit = 100_000_000) {
    this.#path = path;
    this.#maker = maker;
    this.#limit = limit;
    this.#former = new Pack(path, maker);
  }

  find<Kind extends keyof Facts>(kind: Kind, text: string): Facts[Kind] | undefined {
    const key = keyOf(kind, text);
    const kept = this.#former.get(key);
    if (kept === undefined) return undefined;
    this.#used.add(key);
    return JSON.parse(kept);
  }

  keep<Kind extends keyof Facts>(kind: Kind, text: string, facts: Facts[Kind]): void {
    // What would come back as something else, such as a hole in a list, is read again each time.
    if (isJson(facts)) this.#added.set(keyOf(kind, text), JSON.stringify(facts));
  }

  /** Writes what was added, and ends the use of the store. */
  close(): void {
    try {
      if (this.#added.size * patience > this.#former.keys.length) this.#write();
    } catch {
      // Another run reads the plans once more: slower, and no less right.
    } finally {
      this.#former.close();
    }
  }

  #write(): void {
    if (this.#added.size === 0) return;
    const folder = dirname(this.#path);
    mkdirSync(folder, { recursive: true });
    removeAbandoned(folder);
    const draft = join(folder, `${randomUUID()}.draft`);
    try {
      writePack(draft, this.#maker, this.#texts());
      renameSync(draft, this.#path);
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** What was used last comes first. */
  *#texts(): Generator<readonly [string, string]> {
    let size = 0;
    const others = this.#former.keys.filter((key) => !this.#used.has(key));
    for (const key of new Set([...this.#added.keys(), ...this.#used, ...others])) {
      const text = this.#added.get(key) ?? this.#former.get(key);
      if (text === undefined) continue;
      size += text.length;
      if (size > this.#limit) return;
      yield [key, text];
    }
  }
}

/** Killed runs leave their drafts behind. */
function removeAbandoned(folder: string): void {
  const hour = 3_600_000;
  for (const name of readdirSync(folder).filter((other) => other.endsWith('.draft'))) {
    const draft = join(folder, name);
    if (statSync(draft).mtimeMs < Date.now() - hour) rmSync(draft, { force: true });
  }
}

/** Whether JSON brings a value back as it is. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'string' || typeof value === 'boolean';
  }
  // Unlike `every`, this finds holes, too.
  if (Array.isArray(value)) return !Array.from(value, isJson).includes(false);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}

function keyOf(kind: keyof Facts, text: string): string {
  return hash('sha256', `${kind}\n${text}`, 'base64url');
}
