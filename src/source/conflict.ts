import type { Range } from './text.ts';

/** What is left of a merge that nobody has finished. */
export interface Conflict {
  readonly message: string;
  readonly help: string;
  /** The line that begins it. */
  readonly place: Range;
}

/** As git begins one: seven signs at the beginning of a line, and mostly the name of a version. */
const beginning = /^<{7}(?: .*)?$/m;

/**
 * The first conflict that git has left in a text. Whoever heeds what a parser says of such a line would
 * keep both versions.
 *
 * @returns undefined where there is none
 */
export function conflictIn(text: string): Conflict | undefined {
  const found = beginning.exec(text);
  if (!found) return undefined;
  return {
    message: 'A merge has left two versions here, and nobody has chosen between them',
    help: 'Keep what holds of the two, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`.',
    place: { start: found.index, end: found.index + found[0].length },
  };
}
