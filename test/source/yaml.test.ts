import { describe, expect, test } from 'vitest';
import { Lines } from '../../src/source/text.ts';
import {
  limits,
  type MapNode,
  type Node,
  parseYaml,
  resolve,
  YamlError,
} from '../../src/source/yaml.ts';

/** Why a text is refused, where, and at which token. */
function refusal(text: string): { at: string; token: string; message: string } {
  try {
    parseYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const { line, column } = new Lines(text).position(error.start);
    const token = text.slice(error.start, error.end);
    expect(error.help).not.toBe('');
    return { at: `${line}:${column}`, token, message: error.message };
  }
  throw new Error(`This is read: ${text.slice(0, 80)}`);
}

function entries(text: string): MapNode['entries'] {
  const root = parseYaml(text);
  if (root?.type !== 'map') throw new Error('This is no map');
  return root.entries;
}

describe('what is refused, at its token', () => {
  test.each<[what: string, text: string, at: string, token: string, message: RegExp]>([
    ['a duplicate key, at the second', 'a: 1\nb: 2\na: 3\n', '3:1', 'a', /second time/],
    ['a duplicate key, quoted or not', 'a: 1\n"a": 2\n', '2:1', '"a"', /second time/],
    ['a duplicate key in a flow map', 'x: {b: 1, b: 2}\n', '1:11', 'b', /second time/],
    ['a duplicate key through an alias', 'x: &k a\na: 1\n*k : 2\n', '3:1', '*k', /second time/],
    ['a tab that indents an entry', 'a:\n\tb: 1\n', '2:1', '\t', /tab/],
    ['a tab behind spaces', 'a:\n  \tb: 1\n', '2:3', '\t', /tab/],
    ['a tab that indents the first line', '\ta: 1\n', '1:1', '\t', /tab/],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1', '---', /second document/],
    ['a second document after dots', 'a: 1\n...\nb: 2\n', '2:1', '...', /second document/],
    ['an empty second document', '---\na: 1\n---\n', '3:1', '---', /second document/],
    [
      'a second document after an empty one',
      '# A plan\n---\n---\n---\n',
      '3:1',
      '---',
      /second document/,
    ],
    ['a tag', 'a: !!str 1\n', '1:4', '!!str', /tag `!!str`/],
    ['a tag of one’s own', 'a: !x [1]\n', '1:4', '!x', /tag/],
    ['the tag that says nothing', 'a: ! 1\n', '1:4', '!', /tag/],
    ['a tag on a map', '!!map\na: 1\n', '1:1', '!!map', /tag/],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', '3:3', '<<', /merge key/],
    ['a quoted merge key', '"<<": {b: 1}\n', '1:1', '"<<"', /merge key/],
    ['an undefined alias', 'a: *x\n', '1:4', '*x', /no anchor `&x`/],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', '1:4', '*x', /no anchor/],
    [
      'an alias inside what it names',
      'a: &x\n  b: [*x]\n',
      '2:7',
      '*x',
      /inside the block it names/,
    ],
    ['a list as a key', '[a]: b\n', '1:1', '[', /key must be plain text/],
    ['a map as a key', '? {a: 1}\n: b\n', '1:3', '{', /key must be plain text/],
    ['a control character', 'a: x\u0007\n', '1:5', '\u0007', /does not allow/],
    ['a control character in a comment', 'a: 1 # \u0000\n', '1:8', '\u0000', /does not allow/],
    ['a code point that is no character', 'a: \uffff\n', '1:4', '\uffff', /does not allow/],
    ['a bracket left open', 'a: [1, 2', '1:9', '', /never closed/],
    ['a bracket that swallows a line', 'a: [1, 2\nb: 3\n', '2:1', 'b', /still open/],
    ['a quotation mark left open', "a: 'b", '1:6', '', /never closed/],
    ['a comma too many', 'a: [1,, 2]\n', '1:7', ',', /comma/],
    ['a second colon', 'a: b: c\n', '1:5', ':', /second `:`/],
    ['an indentation that fits nowhere', 'a:\n    b: 1\n  c: 2\n', '3:3', 'c', /fit|indentation/],
    ['a line without a colon', 'a: 1\nbcd\n', '2:1', 'bcd', /no `:`/],
    ['a line without a colon between others', 'a: 1\nbcd\nc: 2\n', '2:1', 'bcd', /no `:`/],
    [
      'a merge that is not finished',
      'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> topic\n',
      '2:1',
      '<<<<<<< HEAD',
      /two versions/,
    ],
    [
      'a merge within a list, before anything else',
      '<<<<<<<\na:\n  - 1\n=======\na: [\n>>>>>>> topic\n',
      '1:1',
      '<<<<<<<',
      /two versions/,
    ],
    ['a value that begins like nothing in YAML', 'a: @b\n', '1:4', '@', /cannot begin with `@`/],
    ['an unknown escape', 'a: "\\q"\n', '1:6', 'q', /backslash/],
  ])('%s', (_, text, at, token, message) => {
    const refused = refusal(text);
    expect(refused).toEqual({ at, token, message: expect.stringMatching(message) });
  });

  test('places count from the beginning of the file, columns in UTF-16 units', () => {
    expect(refusal('# 🧭\na: {"🧭": *x}\n')).toMatchObject({ at: '2:11', token: '*x' });
    try {
      parseYaml('a: *x\n', 100);
    } catch (error) {
      expect(error).toMatchObject({ start: 103, end: 105 });
    }
  });

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('lines may end in %s', (_, end) => {
    expect(refusal(['a: 1', 'b: 2', 'a: 3', ''].join(end)).at).toBe('3:1');
    expect(refusal(['a: 1', '\tb: 2', ''].join(end))).toMatchObject({ at: '2:1', token: '\t' });
    expect(entries(['a: |', '  x', '  y', 'b: 1', ''].join(end))).toMatchObject([
      { value: { text: 'x\ny\n' } },
      { value: { text: '1' } },
    ]);
  });
});

describe('how much is read', () => {
  const nested = (levels: number) => `a: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}\n`;
  const block = (levels: number) =>
    Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');

  test('64 levels, not 65', () => {
    expect(parseYaml(nested(limits.levels))).toBeDefined();
    expect(refusal(nested(limits.levels + 1))).toEqual({
      at: '1:67',
      token: '[',
      message: 'The plan is nested more than 64 levels deep',
    });
    expect(refusal(nested(100_000)).message).toContain('64 levels');
    expect(parseYaml(block(limits.levels))).toBeDefined();
    expect(refusal(block(limits.levels + 1)).message).toContain('64 levels');
  });

  test('levels through aliases count', () => {
    const half = (inner: string) => `${'['.repeat(33)}${inner}${']'.repeat(33)}`;
    const { message, token } = refusal(`a: &x ${half('')}\nb: ${half('*x')}\n`);
    expect(message).toContain('64 levels');
    expect(token).toBe('*x');
  });

  test('100,000 values, not one more', () => {
    // The map, its key and the list take three.
    const list = (items: number) => `a: [${'1,'.repeat(items)}]\n`;
    expect(parseYaml(list(limits.nodes - 3))).toBeDefined();
    expect(refusal(list(limits.nodes - 2)).message).toContain('100,000 values');
  });

  test('2,097,152 characters, those that aliases repeat counted each time', () => {
    // The name of the key, and the text eight times.
    const list = (length: number) => `a: [&x "${'b'.repeat(length)}"${', *x'.repeat(7)}]\n`;
    expect(parseYaml(list((limits.characters - 8) / 8))).toBeDefined();
    const refused = refusal(list(limits.characters / 8 + 1));
    expect(refused.message).toContain('2,097,152 characters');
    expect(refused.token).toBe('*x');
  });

  test.each(['"\\uD800"', '"a\\U00110000"'])('%s is no text', (written) => {
    expect(refusal(`a: ${written}\n`).message).toBe(
      'An escape in this text stands for no character',
    );
    expect(parseYaml('a: "\\uD83D\\uDE00"\n')).toBeDefined();
  });

  test('keys of 1,024 characters, not one more', () => {
    const key = 'k'.repeat(limits.key);
    expect(parseYaml(`${key}: 1\n`)).toBeDefined();
    const refused = refusal(`a: 1\nb: { "${key}k": 1 }\n`);
    expect(refused.message).toContain('1,024 characters');
    expect(refused.token).toBe(`"${key}k"`);
  });

  test('aliases that multiply one another are counted, not followed', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n <= 30; n++) {
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    }
    const refused = refusal(`${lines.join('\n')}\n`);
    expect(refused.message).toContain('100,000 values');
    expect(refused.token).toMatch(/^\*a\d+$/);
  });
});

describe('nodes', () => {
  const places = (text: string) =>
    entries(text).map(({ key, value }) =>
      [key, value].map((node) => text.slice(node.start, node.end)),
    );

  test('a scalar is its token, quotes included', () => {
    expect(places('a: b c # d\n"e": \'f\'\ng: "h"\ni: |\n  j\n  k\n\nl:\nm: n\n')).toEqual([
      ['a', 'b c'],
      ['"e"', "'f'"],
      ['g', '"h"'],
      ['i', 'j\n  k'],
      ['l', ''],
      ['m', 'n'],
    ]);
  });

  test('an alias is its own token, and stands for what its anchor names', () => {
    const text = 'a: &x { b: 1 }\nc: *x\n';
    const [, second] = entries(text);
    expect(places(text)[1]).toEqual(['c', '*x']);
    expect(second?.value.type).toBe('alias');
    expect(resolve(second?.value as Node)).toMatchObject({ entries: [{ name: 'b' }] });
  });

  test('an anchor may be set anew; an alias takes the last before it', () => {
    const [, second, , fourth] = entries('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
    expect(resolve(second?.value as Node)).toMatchObject({ text: '1' });
    expect(resolve(fourth?.value as Node)).toMatchObject({ text: '2' });
  });

  test('a comment or nothing is no document', () => {
    expect(parseYaml('')).toBeUndefined();
    expect(parseYaml('# nothing\n\n')).toBeUndefined();
  });

  test('one document may be marked at both ends', () => {
    expect(entries('%YAML 1.2\n--- # begins\na: 1\n...\n')).toHaveLength(1);
  });
});
