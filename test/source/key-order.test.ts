import { expect, test } from 'vitest';
import { inKeyOrder } from '../../src/source/key-order.ts';
import { Lines } from '../../src/source/text.ts';
import { parseYaml } from '../../src/source/yaml.ts';

function sorted(text: string): string {
  const root = parseYaml(text);
  if (!root) throw new Error('There is nothing to sort');
  return inKeyOrder({ root, text, lines: new Lines(text) });
}

test.each([
  ['keys', 'goLive: 2\ncustomer: 1\n', 'customer: 1\ngoLive: 2\n'],
  [
    'with their remarks',
    'customer: 1 # one\n# four\n# and more\ngoLive: 4 # 4\n  # in four\n# two\nstatusDate: 2\n',
    'customer: 1 # one\n# two\nstatusDate: 2\n# four\n# and more\ngoLive: 4 # 4\n  # in four\n',
  ],
  [
    'with their values',
    'environments:\n  val:\n    iq:\n      document: A\n      date: B\n    created: |\n      a\n\n      # b\n    kind: val\n  demo:\n    x-own: 1\n',
    'environments:\n  val:\n    kind: val\n    created: |\n      a\n\n      # b\n    iq:\n      date: B\n      document: A\n  demo:\n    x-own: 1\n',
  ],
  [
    'in items',
    'waivers:\n  - reason: b\n    rule: a\n\n    # c\n    at: c\n  - rule: a\ncustomer: 1\n',
    'customer: 1\nwaivers:\n  - rule: a\n    # c\n    at: c\n\n    reason: b\n  - rule: a\n',
  ],
  [
    'in items below their hyphen',
    'waivers:\n-\n  reason: b\n  rule: a\n',
    'waivers:\n-\n  rule: a\n  reason: b\n',
  ],
  [
    'empty lines stay',
    'goLive: 2\n\n\ncustomer: 1\nsites: 3\n',
    'customer: 1\n\n\ngoLive: 2\nsites: 3\n',
  ],
  ['lines that end in CRLF', 'goLive: 2\r\ncustomer: 1\r\n', 'customer: 1\r\ngoLive: 2\r\n'],
  ['lines that end in CR', 'goLive: 2\rcustomer: 1\r', 'customer: 1\rgoLive: 2\r'],
  [
    'own keys stay behind what they follow',
    'goLive: 2\nx-b: 3\ncustomer: 1\nx-a: 4\n',
    'customer: 1\nx-a: 4\ngoLive: 2\nx-b: 3\n',
  ],
  [
    'keys without a value',
    'environments:\n  val:\n    test:\n    main:\n',
    'environments:\n  val:\n    main:\n    test:\n',
  ],
  [
    'a remark on the whole stays',
    '# all\n\ngoLive: 2\ncustomer: 1\n',
    '# all\n\ncustomer: 1\ngoLive: 2\n',
  ],
])('puts in order: %s', (_, text, expected) => {
  expect(sorted(text)).toBe(expected);
  expect(sorted(expected)).toBe(expected);
});

test.each([
  ['ids', 'environments:\n  val:\n    kind: val\n  demo:\n    kind: demo\n'],
  ['brackets', 'waivers: [{ reason: b, rule: a }]\n'],
  ['own data', 'x-own:\n  statusDate: 1\n  customer: 2\n'],
  ['a remark on the first of keys that are in order', '# one\ncustomer: 1\n\n# two\n\nsites: 2\n'],
])('leaves as they are: %s', (_, text) => expect(sorted(text)).toBe(text));

test.each([
  ['a remark that may be on all', '# all?\ngoLive: 2\ncustomer: 1\n'],
  ['a remark on its own', 'goLive: 2\n\n# which?\n\ncustomer: 1\n'],
  [
    'a remark that is indented otherwise',
    'x-a:\n  b: 1\ngoLive: 2\n  # which?\n# and this?\n\ncustomer: 1\n',
  ],
  ['a remark behind a hyphen', 'waivers:\n  - reason: b\n    # on a\n    rule: a\n'],
  ['an anchor before a key', '&a goLive: 2\ncustomer: 1\n'],
  ['a key behind a question mark', 'goLive: 2\n? customer\n: 1\n'],
  ['a last line without an end', 'goLive: 2\ncustomer: 1'],
])('is not certain of: %s', (_, text) => expect(() => sorted(text)).toThrow());
