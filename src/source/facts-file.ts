import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draftEnding, removeAbandonedDrafts } from './drafts.ts';
import { Pack, PackWriter } from './facts-pack.ts';
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
  #draft: Draft | undefined;
  #added = 0;
  #canWrite = true;

  /**
   * @param path where the file lies; made when it is needed
   * @param maker tells everything apart that reads other facts from the same text
   * @param limit how many bytes are kept, by default those of some 10,000 plans; what was not used for
   * longest goes first
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
    if (kept !== undefined) this.#used.add(key);
    const written = kept ?? this.#draft?.pack.get(key);
    return written === undefined ? undefined : JSON.parse(written);
  }

  keep<Kind extends keyof Facts>(kind: Kind, text: string, facts: Facts[Kind]): void {
    // What would come back as something else, such as a hole in a list, is read again each time.
    if (!isJson(facts)) return;
    this.#attempt(() => {
      this.#draft ??= begun(dirname(this.#path));
      this.#add(this.#draft.pack, keyOf(kind, text), JSON.stringify(facts));
      this.#added += 1;
    });
  }

  /** Puts what was added in its place, and ends the use of the store. */
  close(): void {
    this.#attempt(() => {
      if (this.#draft && this.#added * patience > this.#former.keys.length)
        this.#replace(this.#draft);
    });
    this.#forgetDraft();
    this.#former.close();
  }

  /** Another run reads the plans once more where this one cannot write: slower, and no less right. */
  #attempt(write: () => void): void {
    if (!this.#canWrite) return;
    try {
      write();
    } catch {
      this.#canWrite = false;
      this.#forgetDraft();
    }
  }

  /** What was used last comes first. */
  #replace({ path, pack }: Draft): void {
    const others = this.#former.keys.filter((key) => !this.#used.has(key));
    for (const key of [...this.#used, ...others]) {
      const text = this.#former.get(key);
      if (text !== undefined) this.#add(pack, key, text);
    }
    pack.finish(this.#maker);
    renameSync(path, this.#path);
  }

  #add(pack: PackWriter, key: string, text: string): void {
    if (!pack.has(key) && pack.size + text.length <= this.#limit) pack.put(key, text);
  }

  #forgetDraft(): void {
    if (!this.#draft) return;
    const { path, pack } = this.#draft;
    this.#draft = undefined;
    pack.close();
    rmSync(path, { force: true });
  }
}

/** What is to become the file. */
interface Draft {
  readonly path: string;
  readonly pack: PackWriter;
}

function begun(folder: string): Draft {
  mkdirSync(folder, { recursive: true });
  removeAbandonedDrafts(folder);
  const path = join(folder, `${randomUUID()}${draftEnding}`);
  return { path, pack: new PackWriter(path) };
}

/** Whether JSON brings a value back as it is. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'string' || typeof value === 'boolean';
  }
  if (Array.isArray(value)) {
    // Unlike `every`, this finds holes, too.
    for (const item of value) if (!isJson(item)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const item of Object.values(value)) if (!isJson(item)) return false;
  return true;
}

/** What facts are kept under: the same for the same text alone. */
function keyOf(kind: keyof Facts, text: string): string {
  return hash('sha256', `${kind}\n${text}`, 'base64url');
}
