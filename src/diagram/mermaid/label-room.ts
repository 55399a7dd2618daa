import { textWidth } from './text-metrics.ts';

/** What a label stands on: a box, the frame of a group, or a line. */
export type LabelPlace = 'box' | 'group' | 'line';

interface Place {
  /** The least room. */
  readonly least: number;
  /** By how much it grows where that is too little. */
  readonly step: number;
  /** The longest line that mermaid does not break. */
  readonly longest: number;
}

const PLACES: Readonly<Record<LabelPlace, Place>> = {
  box: { least: 0, step: 34, longest: 220 },
  // "VAL val-27-1 · 26.10"
  group: { least: 170, step: 34, longest: 200 },
  // "28 May 2028 –"; then "28 May – 28 May 2028"
  line: { least: 112, step: 58, longest: 200 },
};

// The longest span of dates that a box has: "28 May 2028 – 28 May 2028".
const DATED_BOX = 204;

/**
 * Says how much room a label is given, which is more than it takes: drawings that differ only in their dates and
 * states are laid out alike, which looks calmer and lets them be drawn once.
 *
 * @param lines - the lines of the label.
 * @param place - what it stands on.
 * @returns width in SVG units; 0 where there is nothing to show.
 */
export function labelRoom(lines: readonly string[], place: LabelPlace): number {
  const width = widest(lines);
  if (width === 0) return 0;
  const { least, step } = PLACES[place];
  const from = place === 'box' && lines.some(hasDate) ? DATED_BOX : least;
  return from + Math.max(0, Math.ceil((width - from) / step)) * step;
}

/**
 * Says how wide a stand-in for the lines of a label must be to be given the same room.
 *
 * @param lines - the lines of the label.
 * @param place - what it stands on.
 * @returns width in SVG units; undefined where mermaid breaks one of the lines, for which nothing can stand in.
 */
export function standInWidth(lines: readonly string[], place: LabelPlace): number | undefined {
  const { longest } = PLACES[place];
  if (widest(lines) > longest) return undefined;
  return Math.min(labelRoom(lines, place), longest) - 1;
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map(textWidth));
}

function hasDate(line: string): boolean {
  return /\d [A-Z][a-z]{2} \d{4}/.test(line);
}
