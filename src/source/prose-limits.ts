import type { ProseProblem } from './problems.ts';
import { visible } from './prose-errors.ts';
import { Lines } from './text.ts';

/**
 * What prose may hold. The parser of Markdown looks back for the beginning of everything that ends, so
 * that its time grows with the square of what stands in one passage, and with that of some blocks in all;
 * these keep the worst text that anybody has thought of to a few seconds. Honest prose comes nowhere near.
 */
export const proseLimits = {
  /** UTF-16 units of prose in one plan: some thirty printed pages. */
  characters: 65_536,
  /** Lines of prose in one plan, be they ever so short. */
  lines: 4_000,
  /** Marks of quotations, of items of lists and of footnotes, in all lines of one plan. */
  blocks: 10_000,
  /** Levels of nesting: more than anybody writes, and less than programs bear. */
  levels: 100,
  /** Words from one blank line to the next. */
  words: 5_000,
  /** Characters that may be markup, from one blank line to the next. */
  marks: 2_500,
  /** Those times all characters from one blank line to the next, added up over one plan. */
  tangle: 50_000_000,
  /** Characters of punctuation in a row, and of references to characters: an address might end there. */
  punctuation: 1_000,
} as const;

/** What is too much in prose, if anything is; told before it is parsed. */
export function excessIn(prose: string): ProseProblem | undefined {
  const lines = new Lines(prose);
  const rest = Math.min(proseLimits.characters, lines.startOf(proseLimits.lines + 1));
  if (prose.length > rest) return tooLong(prose, rest);
  return excessiveBlocks(prose) ?? excessivePassage(prose);
}

function excessiveBlocks(prose: string): ProseProblem | undefined {
  let blocks = 0;
  for (const { 0: markers, index } of prose.matchAll(blockMarkers)) {
    const levels = countOf(blockMarker, markers);
    if (levels >= proseLimits.levels) return tooDeep(prose, index);
    blocks += levels;
    if (blocks > proseLimits.blocks) return tooManyBlocks(prose, index);
  }
  return undefined;
}

function excessivePassage(prose: string): ProseProblem | undefined {
  let tangle = 0;
  for (const { start, text } of passagesOf(prose)) {
    const marks = countOf(markup, text);
    if (marks > proseLimits.marks) return tooTangled(prose, start);
    // To the parser, a tab is as long as the blanks that it stands for.
    tangle += marks * (text.length + 3 * countOf(/\t/g, text));
    if (tangle > proseLimits.tangle) return tooTangledInAll(prose, start);
    if (text.length > proseLimits.words && countOf(wordStart, text) > proseLimits.words)
      return tooWordy(prose, start);
    const row = longRow(text);
    if (row !== undefined) return tooMuchPunctuation(prose, start + row);
  }
  return undefined;
}

/** What stands between blank lines. */
function* passagesOf(prose: string): Generator<{ start: number; text: string }> {
  let start = 0;
  for (const { 0: blank, index } of prose.matchAll(blankLines)) {
    yield { start, text: prose.slice(start, index) };
    start = index + blank.length;
  }
  yield { start, text: prose.slice(start) };
}

/** Where a row of too much punctuation begins. */
function longRow(text: string): number | undefined {
  if (text.length <= proseLimits.punctuation) return undefined;
  const long = text.matchAll(punctuation).find(([row]) => row.length > proseLimits.punctuation);
  return long?.index;
}

function countOf(what: RegExp, text: string): number {
  return text.match(what)?.length ?? 0;
}

const lineEnd = String.raw`(?:\r\n|\n|\r(?!\n))`;
const blankLines = new RegExp(`${lineEnd}(?:[ \\t]*${lineEnd})+`, 'g');

const blockMarker = /[->+*.)\]]/g;
const blockMarkers =
  /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s|$)|\[\^(?:[^\s[\]\\]|\\\S)+\]:)[ \t]*)+/gm;

const markup = /[!"&'()*<=[\\\]_`{}~]/g;
const punctuation = /(?:[!"'()*,.:;?\]_~]|&[a-z]*)+/gi;

/** Where the parser looks for a bare address, having looked back for an open bracket. */
const wordStart = /(?<![\w+./-])[\w+.-]|(?<![a-z])h/gi;

function tooLong(prose: string, at: number): ProseProblem {
  const [characters, lines] = [proseLimits.characters, proseLimits.lines].map((limit) =>
    limit.toLocaleString('en'),
  );
  return problem(
    prose,
    at,
    `The prose has more than ${characters} characters or ${lines} lines; the rest begins here`,
    'A plan’s page is read in one go, and longer prose takes minutes to read for a program, too. Keep documents beside the plan, and link to them.',
  );
}

export function tooDeep(prose: string, at = 0): ProseProblem {
  return problem(
    prose,
    at,
    `The prose is nested more than ${proseLimits.levels} levels deep`,
    'Look for a long run of `>`, or for lists within lists, and write it flat.',
  );
}

function tooTangledInAll(prose: string, at: number): ProseProblem {
  return problem(
    prose,
    at,
    'With the passage that begins here, the prose holds too much markup in too long passages',
    'It could keep a program busy for minutes. Part the passages with blank lines; put tables and lists of links that are very long in a file beside the plan.',
  );
}

function tooManyBlocks(prose: string, at: number): ProseProblem {
  const limit = proseLimits.blocks.toLocaleString('en');
  return problem(
    prose,
    at,
    `The prose begins more than ${limit} quotations, items of lists and footnotes; the rest stands here`,
    'So many keep a program busy for minutes. Look for `>` and `-` that are repeated in line after line; keep long lists in a file beside the plan.',
  );
}

function tooWordy(prose: string, at: number): ProseProblem {
  const limit = proseLimits.words.toLocaleString('en');
  return problem(
    prose,
    at,
    `The passage that begins here holds more than ${limit} words`,
    'So many keep a program busy for minutes. Part it with blank lines, or put it in a file beside the plan.',
  );
}

function tooMuchPunctuation(prose: string, at: number): ProseProblem {
  const limit = proseLimits.punctuation.toLocaleString('en');
  return problem(
    prose,
    at,
    `A row of punctuation begins here that has more than ${limit} characters`,
    'So long a row can keep a program busy for minutes. A short one says the same.',
  );
}

function tooTangled(prose: string, at: number): ProseProblem {
  const limit = proseLimits.marks.toLocaleString('en');
  return problem(
    prose,
    at,
    `The passage that begins here holds more than ${limit} characters of markup, such as \`*\` and \`[\``,
    'So many keep a program busy for minutes. Part it with blank lines; put what is no markup in a block of code or in a file beside the plan.',
  );
}

/** What the parser of program code has been given to read is beyond all that stands in prose. */
export function tooMuchCode(prose: string): ProseProblem {
  const code = /^(?:import|export)|\{/m.exec(prose);
  return problem(
    prose,
    code?.index ?? 0,
    'What begins here is taken for program code, and its end cannot be found',
    'The prose of a plan holds no code. Write `\\{` for the character itself, and let no paragraph begin with `import` or `export`.',
  );
}

function problem(prose: string, at: number, message: string, help: string): ProseProblem {
  return { type: 'mdx-syntax', ...visible(prose, { start: at, end: at }), message, help };
}
