import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was most likely meant to be, or undefined where none is near: at most
 * one slip in three characters, capitals, hyphens, underscores and blanks aside.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: { candidate: string; slips: number } | undefined;
  for (const candidate of candidates) {
    const slips = distance(wanted, plain(candidate));
    if (slips <= Math.ceil(candidate.length / 3) && slips < (best?.slips ?? Infinity)) {
      best = { candidate, slips };
    }
  }
  return best?.candidate;
}

/**
 * The candidate that `word` must have been meant to be: the nearest one, where no other is as near, at
 * most one slip in three characters apart, and where numbers and single letters are the same. Those
 * tell things apart: `val-27-2` is no misspelt `val-27-1`.
 */
export function meant(word: string, candidates: Iterable<string>): string | undefined {
  const others = new Set(candidates);
  const near = nearest(word, others);
  if (near === undefined || marksOf(near) !== marksOf(word)) return undefined;
  const slips = slipsBetween(word, near);
  if (3 * slips > Math.min(plain(word).length, plain(near).length)) return undefined;
  others.delete(near);
  const hasRival = [...others].some((other) => slipsBetween(word, other) <= slips);
  return hasRival ? undefined : near;
}

/** Two letters that have changed places are one slip. */
function slipsBetween(word: string, candidate: string): number {
  const [a, b] = [plain(word), plain(candidate)];
  const slips = distance(a, b);
  const isSwap = slips === 2 && [...a].sort().join() === [...b].sort().join();
  return isSwap ? 1 : slips;
}

/** The numbers and single letters of a name. */
function marksOf(name: string): string {
  const marks = name.toLowerCase().match(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu) ?? [];
  return marks.join(' ');
}

function plain(word: string): string {
  // Longer words cannot be near anything, and would only cost time.
  return word
    .slice(0, 64)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}
