import { escaped, quote } from '../lifecycle/words.ts';
import { conflictIn } from './conflict.ts';
import type { Range } from './text.ts';

/** What the MDX parser's reasons mean for somebody who writes prose. */

interface Explanation {
  readonly message: string;
  readonly help: string;
  /** The token that is meant, where the parser points somewhere else. */
  readonly place?: Range;
}

interface Trap {
  readonly reason: RegExp;
  explain(prose: string, at: number, found: RegExpExecArray): Explanation;
}

const bareLess = 'Write `\\<` for the character itself, or put the passage in back quotes.';
const bareBrace = 'Write `\\{` for the character itself, or put the passage in back quotes.';

const traps: readonly Trap[] = [
  {
    reason: /create a comment in MDX/,
    explain: (_, at) => ({
      message: 'A comment is written as in HTML, which MDX does not know',
      help: 'Write `{/* … */}` instead of `<!-- … -->`.',
      place: { start: at - 1, end: at + 3 },
    }),
  },
  {
    reason: /create a link in MDX/,
    explain: (prose, at) => ({
      message: 'An address stands in `< >`, which MDX takes for a component',
      help: 'Write it as a link: `[text](https://…)`.',
      place: tagAround(prose, at),
    }),
  },
  {
    reason: /before name, expected/,
    explain(prose, at) {
      const conflict = conflictIn(prose);
      // Code may show such lines; this one is meant only where the parser stumbles over it.
      if (conflict?.place.start === at - 1) return conflict;
      return {
        message: 'A bare `<` stands here, which MDX takes for the beginning of a component',
        help: bareLess,
        place: { start: at - 1, end: at },
      };
    },
  },
  {
    reason: /^Expected a closing tag for `<([^`]*)>` \((\d+):(\d+)-(\d+):(\d+)\)/,
    explain(prose, _, [, name = '', ...place]) {
      const [line = 1, column = 1, endLine = 1, endColumn = 1] = place.map(Number);
      return {
        message: `The tag ${quote(`<${name}>`)} is not closed in its paragraph or block`,
        help: `Add ${quote(`</${name}>`)} where it ends, or close it at once: ${quote(`<${name} />`)}.`,
        place: { start: offset(prose, line, column), end: offset(prose, endLine, endColumn) },
      };
    },
  },
  {
    reason:
      /^Unexpected closing tag `(<[^`]*>)`, expected corresponding closing tag for `<([^`]*)>`/,
    explain: (_, _at, [, closing = '', open = '']) => ({
      message: `${quote(closing)} stands where ${quote(`<${open}>`)} is to be closed`,
      help: `Write ${quote(`</${open}>`)} here; a tag inside another one ends before it.`,
    }),
  },
  {
    reason: /closing slash/,
    explain: (prose, at) => ({
      message: 'A closing tag stands here, and no tag is open',
      help: 'Delete it, or add the opening tag before it.',
      place: tagAround(prose, at),
    }),
  },
  {
    reason: /before attribute value/,
    explain: () => ({
      message: 'The value of an attribute is not quoted',
      help: 'Put it in double quotes, as in `<Date of="goLive" />`.',
    }),
  },
  {
    reason: /end of file in expression/,
    explain: (prose) => ({
      message: 'A `{` is opened and never closed; MDX takes it for the beginning of program code',
      help: bareBrace,
      place: openBrace(prose),
    }),
  },
  {
    reason: /import\/exports/,
    explain: (prose, at) => ({
      message: 'A paragraph that begins with `import` or `export` is taken for program code',
      help: 'Let the sentence begin with another word; the prose of a plan holds no code.',
      place: codeWord(prose, at),
    }),
  },
  {
    reason: /expression|in code/,
    explain: () => ({
      message: 'MDX takes what stands in `{ }` for program code, and cannot read it',
      help: bareBrace,
    }),
  },
  {
    reason: /in (name|member name|local name|attribute|closing tag|tag)|(before|after) /,
    explain: (prose, at) => ({
      message: 'MDX takes the `<` here for the beginning of a component, and its tag goes wrong',
      help: `Complete the tag, as in \`<Date of="goLive" />\`. ${bareLess}`,
      place: tagAround(prose, at),
    }),
  },
];

/**
 * Puts the parser's reason into words.
 *
 * @param reason what the parser says, with the words "(line:column)" counted from the prose
 * @param prose the prose that it read
 * @param range where in the prose the parser points
 */
export function explainProse(reason: string, prose: string, range: Range): Required<Explanation> {
  const said = `(The parser says: ${escaped(reason.replace(/ \(\d+:\d+-\d+:\d+\)/g, ''))}.)`;
  for (const trap of traps) {
    const found = trap.reason.exec(reason);
    if (!found) continue;
    const { message, help, place } = trap.explain(prose, range.start, found);
    return { message, help: `${help} ${said}`, place: place ?? visible(prose, range) };
  }
  const message = 'The prose is not well-formed MDX';
  const help = `Look for a \`<\` or a \`{\` that is meant as a plain character. ${said}`;
  return { message, help, place: visible(prose, range) };
}

/** A place of no width becomes the character that stands there; none begins within a character, or a line’s end. */
export function visible(prose: string, range: Range): Range {
  const isWithin = /^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(
    prose.slice(Math.max(range.start - 1, 0), range.start + 1),
  );
  const start = isWithin ? range.start - 1 : range.start;
  if (range.end > range.start) return { start, end: range.end };
  if (/[\r\n]/.test(prose[start] ?? '\n')) return { start, end: start };
  return { start, end: start + ((prose.codePointAt(start) ?? 0) > 0xffff ? 2 : 1) };
}

/** From the last `<` before `at` to the end of the tag, or of the word where the tag has none. */
function tagAround(prose: string, at: number): Range {
  const start = Math.max(prose.lastIndexOf('<', at), 0);
  const length = /^<[^<>\r\n]*>|^<\S*/.exec(prose.slice(start))?.[0].length ?? 1;
  return { start, end: start + length };
}

/** The last word before `at` that begins a line with code. */
function codeWord(prose: string, at: number): Range {
  const words = [...prose.slice(0, at).matchAll(/^(import|export)/gm)];
  const start = words.at(-1)?.index ?? at;
  return { start, end: start + (words.at(-1)?.[0].length ?? 0) };
}

/** The last `{` that no `}` closes. */
function openBrace(prose: string): Range {
  let closed = 0;
  for (let at = prose.length - 1; at >= 0; at--) {
    if (prose[at] === '}') closed += 1;
    else if (prose[at] !== '{') continue;
    else if (closed === 0) return { start: at, end: at + 1 };
    else closed -= 1;
  }
  return { start: prose.length, end: prose.length };
}

function offset(prose: string, line: number, column: number): number {
  const ends = [...prose.matchAll(/\r\n|\n|\r/g)];
  const end = ends[line - 2];
  return (end ? end.index + end[0].length : 0) + column - 1;
}
