import { describe, expect, test, vi } from 'vitest';
import { parseMarkdown } from '../../../src/source/markdown/parser.ts';

const plainProse = await vi.importActual<{ isPlain(prose: string): boolean }>(
  '../../../src/source/markdown/plain-prose.ts',
);

// What is set apart is read all the same, to see what would come of it.
vi.mock('../../../src/source/markdown/plain-prose.ts', () => ({ isPlain: () => true }));
const { plainTree } = await import('../../../src/source/markdown/plain-tree.ts');

const asData = (tree: object): unknown => JSON.parse(JSON.stringify(tree));

describe('what the two parsers would read each in its own way is no plain prose', () => {
  test.each<[what: string, prose: string]>([
    ['unusual characters', 'a\0b'],
    ['unusual characters in code', '`a\0b`'],
    ['character references', '<Date of="goLive" />&#32;'],
    ['program code', 'a {b} c'],
    ['other tags', '<Note>a</Note>'],
    ['bare addresses', '漢https://a.b—www.a_b.c'],
    ['tasks without a word', '- [x] <EnvironmentDiagram />'],
    ['items without a word', 'x\n- <Environment id="val" />\n  2. Check it\n'],
    ['definitions', '[a]: b'],
    ['definitions in code', '[a`]: b` "c]"'],
    ['references', '- [][\n  `c`'],
    ['code in the address of a link', '[a](b`) ![x](y) `)'],
    ['links over several lines', '- [\n  [a](b)'],
    ['links with a title, or cut short', '- [](\n  `c`'],
    ['bare addresses that seem to be in a link', '](http://a“_b)'],
    ['other code', '+ é\n    ```\n\n1. <Date of="goLive" />'],
    ['quotations', '> - - \n> '],
    ['lines without a word', '- [ ] - a\n    =\n    b'],
    ['tables without an edge', '- [x] | a |\n  | --- |\n\nb'],
    ['emphasis beside other markup', '*é**__'],
    ['breaks by a backslash', 'see [a\\\n](b)'],
    ['code that a cell ends', '| `a | b` `{a}` c |\n| --- | --- |'],
  ])('%s', (_, prose) => {
    const tree = plainTree(prose) ?? parseMarkdown(prose);
    expect(asData(tree)).not.toEqual(asData(parseMarkdown(prose)));
    expect(plainProse.isPlain(prose)).toBe(false);
  });
});

test.each([
  '# Go-live\n\nStarts on <Date of="goLive" />, *not* **before**.\n',
  '- [ ] Sign off `val.main`\n- [x] See [the guide](guides/val.md#start)\n',
  '| Step | Who |\n| --- | :-: |\n| `{a}` `<b>` | c |\n',
  '<Note title="Mind">\n\n1. Export the old data.\n   - By *Friday*.\n\n</Note>\n',
])('plain: %j', (prose) => {
  expect(plainProse.isPlain(prose)).toBe(true);
});
