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
  /** Characters that may be markup, from one blank line to the next. */
  marks: 2_500,
  /** Levels of nesting: more than anybody writes, and less than programs bear. */
  levels: 100,
} as const;

/** What is too much in prose, if anything is; told before it is parsed. */
export function excessIn(prose: string): ProseProblem | undefined {
  const lines = new Lines(prose);
  const rest = Math.min(proseLimits.characters, lines.startOf(proseLimits.lines + 1));
  if (prose.length > rest) return tooLong(prose, rest);
  const nested = deepLine.exec(prose);
  if (nested) return tooDeep(prose, nested.index);
  const tangled = tangledPassage(lines);
  return tangled === undefined ? undefined : tooTangled(prose, tangled);
}

/** Where a passage with too much markup begins: lines with no blank one between them. */
function tangledPassage(lines: Lines): number | undefined {
  let start = 0;
  let marks = 0;
  for (let number = 1; number <= lines.count; number++) {
    const line = lines.line(number);
    if (line.trim() === '') {
      start = lines.startOf(number + 1);
      marks = 0;
      continue;
    }
    marks += line.match(markup)?.length ?? 0;
    if (marks > proseLimits.marks) return start;
  }
  return undefined;
}

const markup = /[!"&'()*<=[\\\]_`{}~]/g;
const deepLine = new RegExp(
  `^[ \\t]*(?:(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])[ \\t]*){${proseLimits.levels}}`,
  'm',
);

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
