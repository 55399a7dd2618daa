import { distance } from 'fastest-levenshtein';

/** The most characters of a word that is compared with others: a longer one would cost much time. */
const longest = 128;

/** The most candidates that a word is compared with: among more of them, many a word is near by chance. */
const most = 500;

/**
 * The candidate that `word` was most likely meant to be, or undefined where none is near: at most
 * one slip in three characters, capitals, hyphens, underscores and blanks aside. Among more than 500
 * nobody looks.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates];
  if (known.length > most) return undefined;
  let best: { candidate: string; slips: number } | undefined;
  for (const candidate of known) {
    const slips = changesBetween(word, candidate);
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
  const near = nearest(word, candidates);
  if (near === undefined || marksOf(near) !== marksOf(word)) return undefined;
  const slips = slipsBetween(word, near);
  if (3 * slips > Math.min(plain(word).length, plain(near).length)) return undefined;
  const others = new Set(candidates);
  others.delete(near);
  const hasRival = [...others].some((other) => slipsBetween(word, other) <= slips);
  return hasRival ? undefined : near;
}

/** Two letters that have changed places are one slip. */
function slipsBetween(word: string, candidate: string): number {
  const changes = changesBetween(word, candidate);
  return changes === 2 && lettersOf(word) === lettersOf(candidate) ? 1 : changes;
}

/** How many characters are put in, left out or replaced; infinitely many where a word is too long. */
function changesBetween(word: string, candidate: string): number {
  if (Math.max(word.length, candidate.length) > longest) return Infinity;
  return distance(plain(word), plain(candidate));
}

function lettersOf(word: string): string {
  return [...plain(word)].sort().join();
}

/** The numbers and single letters of a name. */
function marksOf(name: string): string {
  return [...name.toLowerCase().matchAll(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu)].join(' ');
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}
