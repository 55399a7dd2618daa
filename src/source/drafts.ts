import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How a file is called until it is whole and takes its place. */
export const draftEnding = '.draft';

/** Removes what killed runs have left in a folder, if it is there; the drafts of runs that go on are younger. */
export function removeAbandonedDrafts(folder: string): void {
  const hour = 3_600_000;
  try {
    for (const name of readdirSync(folder).filter((other) => other.endsWith(draftEnding))) {
      const draft = join(folder, name);
      // Others take theirs away at any time.
      const written = statSync(draft, { throwIfNoEntry: false })?.mtimeMs;
      if (written !== undefined && written < Date.now() - hour) rmSync(draft, { force: true });
    }
  } catch {
    // What cannot be removed is in nobody's way.
  }
}
