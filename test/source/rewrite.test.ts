import { describe, expect, test } from 'vitest';
import { parsePath } from '../../src/lifecycle/paths.ts';
import { applyEdits, type Edit } from '../../src/source/edits.ts';
import { rewriteKey, rewriteValue } from '../../src/source/rewrite.ts';
import { at } from '../../src/source/value-paths.ts';
import { valuesOf } from '../../src/source/values.ts';
import { type Node, parseYaml } from '../../src/source/yaml.ts';

function rewritten(text: string, rewrite: (root: Node) => Edit | undefined): string | undefined {
  const root = parseYaml(text);
  const edit = root && rewrite(root);
  return edit && applyEdits(text, [edit]);
}

const withValue = (text: string, path: string, value: string | number | boolean) =>
  rewritten(text, (root) => rewriteValue(root, text, parsePath(path) ?? [], value));

const withKey = (text: string, path: string, name: string) =>
  rewritten(text, (root) => rewriteKey(root, text, parsePath(path) ?? [], name));

describe('a value', () => {
  test.each([
    ['plain', 'a: vla # why\r\n', 'a: val # why\r\n'],
    ['in double quotes', 'a: "vla"\n', 'a: "val"\n'],
    ['in single quotes', "a: 'vla'\n", "a: 'val'\n"],
    ['between brackets', '{a: vla, b: 1}', '{a: val, b: 1}'],
    ['right behind a quoted key', '{"a":vla}', '{"a":val}'],
    ['with an anchor that no alias uses', 'a: &v vla\n', 'a: &v val\n'],
    ['over two lines', 'a: v\n  la\nb: 1\n', 'a: val\nb: 1\n'],
  ])('%s', (_, text, expected) => {
    expect(withValue(text, 'a', 'val')).toBe(expected);
  });

  test.each([
    "it's",
    'a: b',
    'true',
    '12',
    '26.10',
    '',
    '- a',
    '\u202e"\\',
    'a\nb',
    '\u{1f600}',
    '#',
  ])('%j is read as it was meant, whatever the quotes', (value) => {
    for (const written of ['x', '"x"', "'x'"]) {
      for (const text of [`a: ${written}\n`, `{ a: ${written}, b: 1 }\n`]) {
        const root = parseYaml(withValue(text, 'a', value) ?? '');
        expect(root && at(valuesOf(root), ['a'])).toBe(value);
      }
    }
  });

  test('a flag and a number lose their quotes', () => {
    expect(withValue('a: "yes"\n', 'a', true)).toBe('a: true\n');
    expect(withValue("a: ['12']\n", 'a[0]', 12)).toBe('a: [12]\n');
  });

  test.each([
    ['that an alias repeats', 'a: &v vla\nb: *v\n'],
    ['that is an alias', 'b: &v vla\na: *v\n'],
    ['in lines of its own', 'a: |\n  "vla"\n'],
    ['that is nothing', 'a:\nb: 1\n'],
    ['that is a list', 'a: [vla]\n'],
    ['that is not there', 'b: 1\n'],
  ])('is left alone: one %s', (_, text) => {
    expect(withValue(text, 'a', 'val')).toBeUndefined();
  });
});

describe('a key', () => {
  test.each([
    ['plain', 'creatd: 1 # why\r\n', 'created: 1 # why\r\n'],
    ['in quotes', '"creatd" : 1\n', '"created" : 1\n'],
    ['between brackets', "{'creatd':1}", "{'created':1}"],
    ['without a value', 'creatd:\n', 'created:\n'],
    ['behind a question mark', '? creatd\n: 1\n', '? created\n: 1\n'],
  ])('%s', (_, text, expected) => {
    expect(withKey(text, 'creatd', 'created')).toBe(expected);
  });

  test.each([
    ['whose right name is there', 'creatd: 1\ncreated: 2\n'],
    ['that an alias repeats', '&k creatd: 1\nb: *k\n'],
    ['in a map that an alias repeats', 'a: &m { creatd: 1 }\nb: *m\n'],
  ])('is left alone: one %s', (_, text) => {
    const path = text.startsWith('a') ? 'a.creatd' : 'creatd';
    expect(withKey(text, path, 'created')).toBeUndefined();
  });
});
