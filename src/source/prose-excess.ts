import type { ProseProblem } from './problems.ts';
import { visible } from './prose-errors.ts';
import { proseLimits } from './prose-limits.ts';
import { Lines } from './text.ts';

/** What is too much in prose, if anything is; told before it is parsed. */
export function excessIn(prose: string): ProseProblem | undefined {
  const lines = new Lines(prose);
  const rest = Math.min(proseLimits.characters, lines.startOf(proseLimits.lines + 1));
  if (prose.length > rest) return problem(prose, rest, tooLong);
  return excessiveBlocks(prose) ?? excessivePassage(prose);
}

function excessiveBlocks(prose: string): ProseProblem | undefined {
  let blocks = 0;
  for (const { 0: markers, index } of prose.matchAll(blockMarkers)) {
    const levels = countOf(blockMarker, markers);
    if (levels >= proseLimits.levels) return tooDeep(prose, index);
    blocks += levels;
    if (blocks > proseLimits.blocks) return problem(prose, index, tooManyBlocks);
  }
  return undefined;
}

function excessivePassage(prose: string): ProseProblem | undefined {
  let tangle = 0;
  for (const { start, text } of passagesOf(prose)) {
    const marks = countOf(markup, text);
    if (marks > proseLimits.marks) return problem(prose, start, tooMuchMarkup);
    // To the parser, a tab is as long as the blanks that it stands for.
    tangle += marks * (text.length + 3 * countOf(/\t/g, text));
    if (tangle > proseLimits.tangle) return problem(prose, start, tooTangled);
    if (text.length > proseLimits.words && countOf(wordStart, text) > proseLimits.words)
      return problem(prose, start, tooManyWords);
    const row = longRow(text);
    if (row !== undefined) return problem(prose, start + row, tooMuchPunctuation);
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

/** What is said of a text: what is wrong, and what to do. Put together where it is said: how digits are written takes long to load. */
type Words = Pick<ProseProblem, 'message' | 'help'>;

const { characters, lines, blocks, levels, words, marks, punctuation: row } = proseLimits;

const tooLong = (): Words => ({
  message: `The prose has more than ${inDigits(characters)} characters or ${inDigits(lines)} lines; the rest begins here`,
  help: 'A plan’s page is read in one go, and longer prose takes minutes to read for a program, too. Keep documents beside the plan, and link to them.',
});

const tooManyLevels = (): Words => ({
  message: `The prose is nested more than ${inDigits(levels)} levels deep`,
  help: 'Look for a long run of `>`, or for lists within lists, and write it flat.',
});

const tooManyBlocks = (): Words => ({
  message: `The prose begins more than ${inDigits(blocks)} quotations, items of lists and footnotes; the rest stands here`,
  help: 'So many keep a program busy for minutes. Look for `>` and `-` that are repeated in line after line; keep long lists in a file beside the plan.',
});

const tooMuchMarkup = (): Words => ({
  message: `The passage that begins here holds more than ${inDigits(marks)} characters of markup, such as \`*\` and \`[\``,
  help: 'So many keep a program busy for minutes. Part it with blank lines; put what is no markup in a block of code or in a file beside the plan.',
});

const tooTangled = (): Words => ({
  message:
    'With the passage that begins here, the prose holds too much markup in too long passages',
  help: 'It could keep a program busy for minutes. Part the passages with blank lines; put tables and lists of links that are very long in a file beside the plan.',
});

const tooManyWords = (): Words => ({
  message: `The passage that begins here holds more than ${inDigits(words)} words`,
  help: 'So many keep a program busy for minutes. Part it with blank lines, or put it in a file beside the plan.',
});

const tooMuchPunctuation = (): Words => ({
  message: `A row of punctuation begins here that has more than ${inDigits(row)} characters`,
  help: 'So long a row can keep a program busy for minutes. A short one says the same.',
});

const tooMuchProgramCode = (): Words => ({
  message: 'What begins here is taken for program code, and its end cannot be found',
  help: 'The prose of a plan holds no code. Write `\\{` for the character itself, and let no paragraph begin with `import` or `export`.',
});

function inDigits(limit: number): string {
  return limit.toLocaleString('en');
}

/** What nests deeper than programs bear, be it told before or after it was parsed. */
export function tooDeep(prose: string, at = 0): ProseProblem {
  return problem(prose, at, tooManyLevels);
}

/** What the parser of program code has been given to read is beyond all that stands in prose. */
export function tooMuchCode(prose: string): ProseProblem {
  const code = /^(?:import|export)|\{/m.exec(prose);
  return problem(prose, code?.index ?? 0, tooMuchProgramCode);
}

function problem(prose: string, at: number, words: () => Words): ProseProblem {
  return { type: 'mdx-syntax', ...visible(prose, { start: at, end: at }), ...words() };
}
