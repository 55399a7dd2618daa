import { expect, test } from 'vitest';
import { stretches } from '../../src/lifecycle/stretches.ts';
import { label } from '../../src/site/format/labels.ts';
import { underBase } from '../../src/site/links.ts';
import { markedText } from '../../src/site/marked-text.ts';
import { cssString } from '../../src/site/paper-line.ts';

test.each([
  ['dry-run-formal-testing', 'Dry run formal testing'],
  ['iqvia', 'IQVIA'],
  ['odm-xml', 'CDISC ODM XML'],
  ['constructor', 'Constructor'],
  ['dose-finding, part 2', 'dose-finding, part 2'],
  ['', ''],
])('%j is shown as %j', (word, shown) => {
  expect(label(word)).toBe(shown);
});

test('what is in back quotes is quoted, and nothing is lost', () => {
  expect(stretches('`val` is no `pair')).toEqual([
    { text: 'val', code: true },
    { text: ' is no `pair', code: false },
  ]);
  const odd = '` `` ``` a ``';
  expect(
    stretches(odd)
      .map(({ text, code }) => (code ? `\`${text}\`` : text))
      .join(''),
  ).toBe(odd);
});

test.each([
  ['/rules/', '/', '/rules/'],
  ['/rules/', '/waypost', '/waypost/rules/'],
  ['/rules/', '/waypost/', '/waypost/rules/'],
  ['#top', '/waypost/', '#top'],
  ['other/', '/waypost/', 'other/'],
  ['https://example.com/', '/waypost/', 'https://example.com/'],
  ['//example.com/', '/waypost/', '//example.com/'],
])('%s under %s is %s', (href, base, expected) => {
  expect(underBase(href, base)).toBe(expected);
});

test('marks split a text without losing any of it', () => {
  expect(markedText('a: 5\n', [{ start: 3, end: 4 }])).toEqual([
    { text: 'a: ', marked: false },
    { text: '5', marked: true },
    { text: '\n', marked: false },
  ]);
});

test.each([
  ['Acme 2', '"Acme 2"'],
  ['Söhne & "Co"', '"S\\f6 hne \\26  \\22 Co\\22 "'],
  ['</style><script>', '"\\3c \\2f style\\3e \\3c script\\3e "'],
  ['a\\b\nc\0d', '"a\\5c b\\a c\\fffd d"'],
  ['😀\ud800', '"\\1f600 \\fffd "'],
])('%j as a string of CSS is %s', (text, css) => {
  expect(cssString(text)).toBe(css);
});
