/** A line of a lane, on which nothing overlaps. */
export class Track {
  readonly #taken: { from: number; to: number }[] = [];

  /** Whether nothing lies there. */
  isFree(from: number, to: number): boolean {
    return this.#taken.every((taken) => taken.to <= from || to <= taken.from);
  }

  take(from: number, to: number): void {
    this.#taken.push({ from, to });
  }
}

/** The index of the first track on which there is room; one behind the last if there is none. */
export function firstFree(tracks: readonly Track[], from: number, to: number): number {
  const found = tracks.findIndex((track) => track.isFree(from, to));
  return found < 0 ? tracks.length : found;
}
