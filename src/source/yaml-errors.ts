import { escaped } from '../lifecycle/words.ts';
import { conflictIn } from './conflict.ts';
import type { Range } from './text.ts';

/** The parser's reasons in a writer's words. What is not listed is shown as the parser says it. */

interface Explanation {
  readonly message: string;
  readonly help: string;
  readonly place?: Range;
}

const tabs: Explanation = {
  message: 'A tab indents this line; YAML indents with spaces',
  help: 'Replace the tab by two spaces for each level.',
};

export const forbiddenCharacter: Explanation = {
  message: 'A character that YAML does not allow stands here',
  help: 'Delete the invisible control character; it often comes with pasted text.',
};

export const tooDeep: Explanation = {
  message: 'The plan is nested more than 64 levels deep',
  help: 'No plan needs so many levels; look for a bracket or an alias that is not meant.',
};

const explanations: readonly [RegExp, Explanation][] = [
  [/tab characters/, tabs],
  [/non-printable/, forbiddenCharacter],
  [/maxDepth/, tooDeep],
  [
    /flow collection$/,
    {
      message: 'A `[` or `{` is opened and never closed',
      help: 'Add the missing `]` or `}`.',
    },
  ],
  [
    /(double|single) quoted scalar/,
    {
      message: 'A quotation mark is opened and never closed',
      help: 'Add the closing quotation mark at the end of the text.',
    },
  ],
  [
    /deficient indentation/,
    {
      message: 'A bracket or a quotation mark above is still open where this line begins',
      help: 'Close it where its value ends; if the value goes on here, indent this line further than its key.',
    },
  ],
  [
    /expected the node content, but found ','/,
    {
      message: 'A comma stands where a value is expected',
      help: 'Delete the comma, or write the value before it.',
    },
  ],
  [
    /a line break is expected/,
    {
      message: 'Text stands on the line of the `|` or `>` that introduces it',
      help: 'Begin the text on the next line, indented further than its key.',
    },
  ],
  [
    /missed comma/,
    {
      message: 'A comma, or the matching closing bracket, is missing here',
      help: 'Separate the entries inside `[ ]` and `{ }` by commas, and close each bracket with its own kind.',
    },
  ],
  [
    /unknown escape sequence/,
    {
      message: 'A backslash in double quotes begins an escape that YAML does not know',
      help: 'Write the text in single quotes, where a backslash is just a backslash.',
    },
  ],
];

/**
 * What the parser's `reason` at offset `at` of `text` means for a writer, and what to do.
 *
 * @returns a place of its own, as offsets into `text`, where the parser points past the cause
 */
export function explain(reason: string, text: string, at: number): Explanation {
  const conflict = conflictIn(text);
  if (conflict) return conflict;
  const tab = tabIndenting(text, at);
  if (tab !== undefined) return { ...tabs, place: { start: tab, end: tab + 1 } };
  const known = explanations.find(([pattern]) => pattern.test(reason));
  if (known) return known[1];
  if (/bad indentation of a mapping entry/.test(reason)) return entry(text, at);
  if (/multiline key/.test(reason)) {
    return {
      message: 'This line has no `:`, so it is neither an entry nor part of the one above',
      help: 'Write it as `key: value`, or indent it further than the key whose text it continues.',
      place: lineBefore(text, at),
    };
  }
  if (/end of the stream or a document separator/.test(reason)) {
    return {
      message: 'This line does not fit the block it stands in',
      help: 'Indent the line like its neighbors, and write each entry as `key: value`, or `- item` in a list.',
    };
  }
  return {
    message: `This is not well-formed YAML: ${escaped(reason)}`,
    help: 'Compare with the lines above: indentation, quotes and brackets.',
  };
}

/** Offset of a tab in the indentation of the line at `at`. */
function tabIndenting(text: string, at: number): number | undefined {
  const start = lineStart(text, at);
  const tab = /^ *\t/.exec(text.slice(start))?.[0].length;
  return tab === undefined ? undefined : start + tab - 1;
}

/** The last line before that of `at`, or before the end of the text, without the blanks around it. */
function lineBefore(text: string, at: number): Range {
  const isAtEnd = text.slice(at).trim() === '';
  const before = text.slice(0, isAtEnd ? at : lineStart(text, at)).trimEnd();
  const start = lineStart(text, before.length);
  const indentation = /^\s*/.exec(before.slice(start))?.[0].length ?? 0;
  return { start: start + indentation, end: before.length };
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function entry(text: string, at: number): Explanation {
  const character = text[at] ?? '';
  if (character !== '' && '@`%'.includes(character)) {
    return {
      message: `A value cannot begin with \`${character}\` unless it is quoted`,
      help: 'Put the value in quotes.',
    };
  }
  return {
    message: 'A second `:` or a stray indentation stands where the entry should have ended',
    help: 'Put a text that contains `: ` in quotes, or give the line the indentation of its neighbors.',
  };
}
