import { describe, expect, test } from 'vitest';
import { frontMatter } from '../../src/source/front-matter.ts';

/** The data and the prose of a text. */
function parts(text: string): [data: string, prose: string] | undefined {
  const found = frontMatter(text);
  return (
    found && [
      text.slice(found.data.start, found.data.end),
      text.slice(found.prose.start, found.prose.end),
    ]
  );
}

describe('front matter', () => {
  test.each<[what: string, text: string, expected: [string, string]]>([
    ['data and prose', '---\na: 1\n---\nprose\n', ['a: 1', 'prose\n']],
    ['CRLF', '---\r\na: 1\r\n---\r\nprose\r\n', ['a: 1', 'prose\r\n']],
    ['CR', '---\ra: 1\r---\rprose\r', ['a: 1', 'prose\r']],
    ['blanks behind the fences', '---  \na: 1\n---\t\nprose', ['a: 1', 'prose']],
    ['no prose', '---\na: 1\n---', ['a: 1', '']],
    ['no data', '---\n---\nprose', ['', 'prose']],
    ['an empty line as data', '---\n\n---\nprose', ['', 'prose']],
    ['a rule in the prose', '---\na: 1\n---\nb\n\n---\n\nc\n', ['a: 1', 'b\n\n---\n\nc\n']],
    [
      'dashes that are more than a fence',
      '---\na: |\n ---\n----\n---\nb',
      ['a: |\n ---\n----', 'b'],
    ],
  ])('%s', (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  test.each([
    ['nothing', ''],
    ['no fence', 'a: 1\n'],
    ['a fence that is not on the first line', '\n---\na: 1\n---\n'],
    ['a fence that is indented', ' ---\na: 1\n---\n'],
    ['a fence with more behind it', '--- a: 1\n---\n'],
    ['a fence that is never closed', '---\na: 1\n'],
    ['a fence alone', '---'],
    ['dots instead of a fence', '---\na: 1\n...\n'],
  ])('none: %s', (_, text) => {
    expect(parts(text)).toBeUndefined();
  });
});
