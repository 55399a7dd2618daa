/** The parser's reasons in a writer's words. What is not listed is shown as the parser says it. */

interface Explanation {
  readonly message: string;
  readonly help: string;
}

const explanations: readonly [RegExp, Explanation][] = [
  [
    /tab characters/,
    {
      message: 'A tab indents this line; YAML indents with spaces',
      help: 'Replace the tab by two spaces for each level.',
    },
  ],
  [
    /non-printable/,
    {
      message: 'A character that YAML does not allow stands here',
      help: 'Delete the invisible control character; it often comes with pasted text.',
    },
  ],
  [
    /maxDepth/,
    {
      message: 'The plan is nested more than 64 levels deep',
      help: 'No plan needs so many levels; look for a bracket that is not meant.',
    },
  ],
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
  [
    /deficient indentation/,
    {
      message: 'This line is indented less than the value it belongs to',
      help: 'Indent it further than its key, or close the value on the line before.',
    },
  ],
];

/** What the parser's `reason` at offset `at` of `text` means for a writer, and what to do. */
export function explain(reason: string, text: string, at: number): Explanation {
  const known = explanations.find(([pattern]) => pattern.test(reason));
  if (known) return known[1];
  if (/bad indentation of a mapping entry/.test(reason)) return entry(text, at);
  if (/end of the stream or a document separator/.test(reason)) {
    return {
      message: 'This line does not fit the block it stands in',
      help: 'Indent the line like its neighbors, and write each entry as `key: value`, or `- item` in a list.',
    };
  }
  return {
    message: `This is not well-formed YAML: ${reason}`,
    help: 'Compare with the lines above: indentation, quotes and brackets.',
  };
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
