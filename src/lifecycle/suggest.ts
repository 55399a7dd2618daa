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

function plain(word: string): string {
  // Longer words cannot be near anything, and would only cost time.
  return word
    .slice(0, 64)
    .toLowerCase()
    .replace(/[-_\s]/g, '');
}
