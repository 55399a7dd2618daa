import { type KindId, kinds } from './kinds.ts';

/** How the words of the lifecycle are spelled, and how people spell them instead. */
export interface Term {
  readonly canonical: string;
  /** Spellings that are wrong in whatever capitals, those of the canonical one aside. */
  readonly misspelt: readonly string[];
  /** Spellings that are wrong in just these capitals, since in others they are ordinary words. */
  readonly exactly?: readonly string[];
  /** Whether the word begins with a capital only where a sentence does. */
  readonly common?: true;
  /** The kind of environment that it is the name of. */
  readonly kind?: KindId;
}

/**
 * Words that mean other things as well are left alone: production, validation, live, staging, test,
 * `sandbox` in small letters. So is the verb "to go live".
 */
export const vocabulary: readonly Term[] = [
  {
    canonical: kinds['pre-prod'].name,
    misspelt: [
      'pre-prod',
      'preprod',
      'pre prod',
      'pre-production',
      'pre production',
      'preproduction',
    ],
    kind: 'pre-prod',
  },
  { canonical: kinds.val.name, misspelt: ['val'], kind: 'val' },
  { canonical: kinds.prod.name, misspelt: ['prod'], kind: 'prod' },
  {
    canonical: kinds.sandbox.name,
    misspelt: ['sand-box', 'sand box', 'sbx'],
    exactly: ['SandBox', 'SANDBOX'],
    kind: 'sandbox',
  },
  {
    canonical: kinds.community.name,
    misspelt: ['community dev', 'community-dev', 'communitydev'],
    kind: 'community',
  },
  {
    canonical: 'go-live',
    misspelt: ['go-live', 'golive'],
    exactly: ['Go Live', 'GO LIVE'],
    common: true,
  },
  { canonical: 'sign-off', misspelt: ['sign-off', 'signoff'], exactly: ['Sign Off'], common: true },
  { canonical: 'IQ', misspelt: ['iq'] },
  { canonical: 'ECR', misspelt: ['ecr'] },
  { canonical: 'ClinSpark', misspelt: ['clinspark', 'clin spark', 'clin-spark'] },
  { canonical: 'IQVIA', misspelt: ['iqvia', 'iq-via', 'iq via'] },
];

/** A word of prose that is not spelled as it should be. */
export interface Misspelling {
  readonly term: Term;
  /** How it is spelled right there, its plural included. */
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

/** Stands in a text for what is none: code, an image, a component. */
export const notText = '\uFFFC';

/**
 * The misspelt words of a text. A word is whole: the hyphen is part of it, so that "VAL" is neither in
 * "validation" nor in "val-27-1". Addresses and names of files are no words.
 */
export function misspellingsIn(text: string): Misspelling[] {
  return [...text.matchAll(spellings)].flatMap(({ 0: found, index: start }) => {
    const end = start + found.length;
    if (isInAddress(text, start, end)) return [];
    const written = found.replace(/[‐‑]/g, '-').replace(/\s+/g, ' ');
    const misspelt = misspellingOf(written) ?? misspellingOf(written.replace(/s$/i, ''), 's');
    return misspelt ? [{ ...misspelt, start, end }] : [];
  });
}

/** What may stand in a word. */
const inWord = `[\\p{L}\\p{N}\\p{M}_‐‑${notText}-]`;

/** Every spelling there is, right or wrong; the longer of two that begin alike comes first. */
const alternatives = vocabulary
  .flatMap(({ canonical, misspelt, exactly = [] }) => [canonical, ...misspelt, ...exactly])
  .toSorted((a, b) => b.length - a.length)
  .map((spelling) => `${spelling.replaceAll('-', '[-‐‑]').replaceAll(' ', '\\s+')}s?`)
  .join('|');

const spellings = new RegExp(`(?<!${inWord})(?:${alternatives})(?!${inWord})`, 'giu');

function misspellingOf(
  written: string,
  plural = '',
): Pick<Misspelling, 'term' | 'right'> | undefined {
  for (const term of vocabulary) {
    const { canonical, misspelt, exactly, common } = term;
    const sentence = common && canonical.replace(/./, (first) => first.toUpperCase());
    if (written === canonical || written === sentence) return undefined;
    const lower = written.toLowerCase();
    if (!exactly?.includes(written) && !misspelt.includes(lower)) continue;
    const isAtStart = sentence && /^\p{Lu}/u.test(written);
    return { term, right: (isAtStart ? sentence : canonical) + plural };
  }
  return undefined;
}

/** Whether a place of a text is part of an address, of a path or of the name of a file. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(start - 200, 0), start).replace(/^.*\s/s, '');
  const after = text.slice(end, end + 200).replace(/\s.*/s, '');
  return /:\/\/|@|\\[\p{L}\p{N}_-]|^[./]|^~(?!\d)|\/.*\/|[\p{L}\p{N}]\.[\p{L}\p{N}]/su.test(
    before + text.slice(start, end) + after,
  );
}
