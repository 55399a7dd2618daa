import { expect, test } from 'vitest';
import { parsePath } from '../../src/lifecycle/paths.ts';
import { applyEdits } from '../../src/source/edits.ts';
import { removal } from '../../src/source/removal.ts';
import { Lines } from '../../src/source/text.ts';
import { parseYaml } from '../../src/source/yaml.ts';

/** The text without what is at `path`; undefined where that is left alone. */
function without(path: string, text: string): string | undefined {
  const root = parseYaml(text);
  const edit = root && removal({ root, text, lines: new Lines(text) }, parsePath(path) ?? []);
  return edit && applyEdits(text, [edit]);
}

test.each([
  ['the first of a block', '[0]', 'w:\n  - a: 1\n    b: 2\n  - a: 3\n', 'w:\n  - a: 3\n'],
  ['the last of a block', '[1]', 'w:\n  - a: 1\n  - a: 3\nx: 1\n', 'w:\n  - a: 1\nx: 1\n'],
  ['one at the margin', '[0]', 'w:\n- a: 1\n- a: 2\nx: 1\n', 'w:\n- a: 2\nx: 1\n'],
  [
    'with the remarks on it and in it',
    '[1]',
    'w:\n  - a: 1 # one\n  # two\n  # and more\n  - a: 2 # two\n    # in two\n    b: |\n      # text\n  # three\n  - a: 3\n',
    'w:\n  - a: 1 # one\n  # three\n  - a: 3\n',
  ],
  [
    'not with text that looks like a remark',
    '[1]',
    'w:\n  - a: |\n      text\n      # text\n  - a: 2\n',
    'w:\n  - a: |\n      text\n      # text\n',
  ],
  [
    'not with a remark on something else',
    '[1]',
    'w:\n  - a: 1\n  # two\n\n  - a: 2\n\n# x\nx: 1\n',
    'w:\n  - a: 1\n  # two\n\n# x\nx: 1\n',
  ],
  [
    'with the empty lines that set it apart',
    '[1]',
    'w:\n  - a: 1\n\n  - a: 2\n\n  - a: 3\n',
    'w:\n  - a: 1\n\n  - a: 3\n',
  ],
  ['at the end', '[1]', 'w:\n  - a: 1\n\n  - a: 2\n', 'w:\n  - a: 1\n'],
  ['at the end of no line', '[1]', 'w:\n  - a: 1\n  - a: 2', 'w:\n  - a: 1\n'],
  ['below its hyphen', '[0]', 'w:\n  -\n    # one\n    a: 1\n  - a: 2\n', 'w:\n  - a: 2\n'],
  ['lines that end in CRLF', '[0]', 'w:\r\n  - a: 1\r\n  - a: 2\r\n', 'w:\r\n  - a: 2\r\n'],
  ['lines that end in CR', '[0]', 'w:\r  - a: 1\r  - a: 2\r', 'w:\r  - a: 2\r'],
  ['a map in brackets', '[0]', "w:\n  - { a: 1, b: ['}'] }\n  - a: 2\n", 'w:\n  - a: 2\n'],
  [
    'over several lines',
    '[0]',
    'w:\n  - { a: 1,\n    b: 2 # }\n    }\n  - a: 2\n',
    'w:\n  - a: 2\n',
  ],
  ['the first in brackets', '[0]', 'w: [{ a: 1 }, { a: 2 }]\n', 'w: [{ a: 2 }]\n'],
  ['in the middle of brackets', '[1]', 'w: [1, { a: 1 }, 2]\n', 'w: [1, 2]\n'],
  ['the last in brackets', '[1]', 'w: [{ a: 1 }, { a: 2 }]\n', 'w: [{ a: 1 }]\n'],
  ['before a last comma', '[1]', 'w: [{ a: 1 }, { a: 2 },]\n', 'w: [{ a: 1 },]\n'],
  ['without a last value', '[0]', 'w:\n  - a: 1\n    b:\n  - a: 2\n', 'w:\n  - a: 2\n'],
])('takes an item out: %s', (_, path, text, expected) => {
  expect(without(`w${path}`, text)).toBe(expected);
});

test.each([
  ['a block', 'x: 1\nw:\n  # one\n  - a: 1\ny: 2\n', 'x: 1\ny: 2\n'],
  ['a block at the margin', 'x: 1\nw:\n- a: 1\n- a: 2\n\ny: 2\n', 'x: 1\n\ny: 2\n'],
  ['set apart', 'x: 1\n\nw:\n  - a: 1\n\ny: 2\n', 'x: 1\n\ny: 2\n'],
  ['at the end', 'x: 1\n\nw:\n  - a: 1\n', 'x: 1\n'],
  ['in brackets', 'x: 1\nw: [{ a: 1 },\n  { a: 2 }] # all\ny: 2\n', 'x: 1\ny: 2\n'],
  ['a remark above the key stays', 'x: 1\n# ours\nw:\n  - a: 1\n', 'x: 1\n# ours\n'],
])('takes an entry out: %s', (_, text, expected) => {
  expect(without('w', text)).toBe(expected);
});

test.each([
  ['a remark that may be on all', 'w[0]', 'w:\n  # ours\n  - a: 1\n  - a: 2\n'],
  ['what an alias stands for', 'w[0]', 'w:\n  - &a { a: 1 }\n  - *a\n'],
  ['a part of what an alias stands for', 'w[0]', 'w: &a\n  - a: 1\n  - a: 2\nx: *a\n'],
  ['what holds something an alias stands for', 'w[0]', 'w:\n  - a: &a 1\n  - a: *a\n'],
  ['what an alias leads to', 'x[0]', 'w: &a\n  - a: 1\nx: *a\n'],
  ['a remark between brackets', 'w[0]', 'w: [{ a: 1 }, # one\n  { a: 2 }]\n'],
  ['an anchor between brackets', 'w[1]', 'w: [{ a: 1 }, &b { a: 2 }]\n'],
  [
    'a value that ends in nothing',
    'w[0]',
    'w:\n  - a: 1\n    b: [1, ~]\n    c:\n      -\n  - a: 2\n',
  ],
  ['an entry in brackets', 'w', '{ x: 1, w: [1] }\n'],
  ['what is not there', 'w[7]', 'w:\n  - a: 1\n'],
])('leaves alone: %s', (_, path, text) => {
  expect(without(path, text)).toBeUndefined();
});
