import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

function values(text: string) {
  const root = parseYaml(text);
  if (!root) throw new Error('There is nothing');
  return valuesOf(root);
}

/** The value of one scalar as it is written. */
function scalar(written: string) {
  const [value] = values(`- ${written}\n`) as unknown[];
  return value;
}

describe('text stays text', () => {
  test.each([
    '26.10',
    '26.1',
    '007',
    '-0',
    '+1',
    '1e3',
    '0x10',
    '0o17',
    '1_000',
    '12:30',
    '2026-05-08',
    '2026-05-08T10:00:00Z',
    'no',
    'yes',
    'on',
    'off',
    'NO',
    'True',
    'TRUE',
    'False',
    'Null',
    'NULL',
    '.inf',
    '.nan',
    '12345678901234567890',
    '9007199254740993',
    '1.0',
    '5.',
    '.5',
  ])('%s', (written) => {
    expect(scalar(written)).toBe(written);
  });

  test.each(['"true"', "'null'", '"12"', '"~"', "''"])('quoted: %s', (written) => {
    expect(scalar(written)).toBe(written.slice(1, -1));
  });

  test('a block is text, whatever it holds', () => {
    expect(scalar('|-\n  12')).toBe('12');
    expect(scalar('>-\n  true')).toBe('true');
  });
});

test.each([
  ['true', true],
  ['false', false],
  ['null', null],
  ['~', null],
  ['', null],
  ['0', 0],
  ['12', 12],
  ['-3', -3],
  ['9007199254740991', 9007199254740991],
])('%s is resolved', (written, value) => {
  expect(scalar(written)).toBe(value);
});

test('the team’s own keys are left out at every level', () => {
  expect(values('x-a: 1\nb: { x-c: 2, d: [{ x-e: 3, f: 4 }] }\n"x-g": 5\n')).toEqual({
    b: { d: [{ f: 4 }] },
  });
});

test('names that every object has are keys like any other', () => {
  const map = values('__proto__: { a: 1 }\nconstructor: 2\nhasOwnProperty: 3\n');
  expect(Object.keys(map as object)).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
  expect('constructor' in (values('a: 1') as object)).toBe(false);
  expect('a' in {}).toBe(false);
});

test('what comes through an alias is a value of its own', () => {
  const { a, b } = values('a: &x [1]\nb: *x\n') as { a: number[]; b: number[] };
  expect(b).toEqual(a);
  expect(b).not.toBe(a);
});
