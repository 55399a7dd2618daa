/** Changes to a text, by offset: what they do not touch stays as it is, comments and layout included. */

/** A part of a text and what is to stand there instead. Offsets count UTF-16 units, the end is exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text once all edits are made.
 *
 * @param edits in any order, none of them overlapping another
 * @throws {RangeError} when two overlap: making both would lose one of them
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let changed = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done) throw new RangeError('Two edits change the same part of a text');
    changed += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return changed + text.slice(done);
}
