import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { frontMatter } from '../../../src/source/front-matter.ts';
import { parseMarkdown } from '../../../src/source/markdown/parser.ts';
import { plainTree } from '../../../src/source/markdown/plain-tree.ts';

/** What the parser for all prose makes of a text, as data: an error, where it makes none. */
function ordinary(prose: string): unknown {
  try {
    return asData(parseMarkdown(prose));
  } catch (error) {
    return String(error);
  }
}

const asData = (tree: object): unknown => JSON.parse(JSON.stringify(tree));

const oneOf = (...texts: readonly string[]) => fc.constantFrom(...texts);
const some = (part: fc.Arbitrary<string>, between: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength }), between)
    .map(([parts, separator]) => parts.join(separator));

const word = oneOf(
  ...['Pre-PROD', 'two words', 'and.', 'é', 'Ω 5', '漢', 'a_b', '12', '2026-01-02', 'R&D', '5 %'],
  ...['a, b', '(c)', '"q"', '’s', '“x”', '—', 'a - b', '1. b', 'x*y', '_', '!', '?', ':', '#1'],
  ...['`val`', '`a | b`', '`{a}`', '`<b>`', '`a@b.c`', '` `', '[`a` b]', '\\*', ';', '+ 1', '~a~'],
  ...['**bold**', '*it*', '_it_', '__b__', '**two** words', '*a*b', '[ ]', '[c]', '$', '=', '|'],
  ...['[a b](/c/d)', '[a](https://a.b/c?d=e)', '[**b**](#c)', '[`c`](d.md)', '**[a](b)**'],
  ...['<Date of="goLive" />', '<Environment id="val.main" />', '<Date of="a[0].b"/>'],
);
const line = some(word, oneOf(' ', ' ', ' ', '', '  ', ', '), 5);
const paragraph = some(line, fc.constant('\n'), 3);
const heading = fc.tuple(oneOf('# ', '## ', '### '), line).map((parts) => parts.join(''));
const table = fc
  .tuple(
    fc.array(some(line, fc.constant(' | '), 3), { minLength: 1, maxLength: 4 }),
    oneOf('---', ':-:', '-:', ':--'),
  )
  .map(([[first = '', ...rows], rule]) => {
    const rules = first.split(' | ').map(() => rule);
    return [first, rules.join(' | '), ...rows].map((row) => `| ${row} |`).join('\n');
  });

const { block } = fc.letrec<{ block: string; item: string; list: string; note: string }>((tie) => ({
  item: fc
    .tuple(oneOf('- ', '* ', '1. ', '-   '), oneOf('', '', '[ ] ', '[x] '), tie('block'))
    .map(
      ([mark, box, text]) => mark + box + text.replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`),
    ),
  list: some(tie('item'), oneOf('\n', '\n', '\n\n'), 4),
  note: fc
    .tuple(oneOf('<Note>', '<Note title="a b">'), oneOf('\n', '\n\n'), tie('block'))
    .map(([tag, gap, text]) => `${tag}${gap}${text}${gap}</Note>`),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    table,
    oneOf('<EnvironmentDiagram />', '<Timeline />', '---'),
    tie('list'),
    tie('note'),
  ),
}));
const written = some(block, oneOf('\n\n', '\n\n', '\n', '\n\n\n'), 4);

const scrap = oneOf(
  ...[
    ' ',
    '  ',
    '    ',
    '\n',
    '\n\n',
    '\n  ',
    '\n    ',
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~',
    '\\',
  ],
  ...['[', '](', '](b)', ')', ']', '[a]: b', '[a][]', '![', '![a](b)', '[a](/b "t")', '[ ] ', '!'],
  ...[
    '\n- ',
    '\n* ',
    '\n1. ',
    '\n2) ',
    '\n- [ ] ',
    '\n   - ',
    '\n> ',
    '\n\n# ',
    '\n---\n',
    '===\n',
  ],
  ...[
    '|',
    ' | ',
    '\n| a | b |\n| --- | --- |\n',
    '| :-: |',
    '-',
    '=',
    '#',
    '%',
    '&',
    '(',
    '+',
    '$',
  ],
  ...['a', '1', '12.', 'é', '漢', 'word', 'two words', 'and.', '"', '’', '—', ',', ':', 'import'],
  ...['<Date of="goLive" />', '\n<Note>\n', '\n</Note>\n', '\n\n<Note id="x" a="">\n\n', '`{`'],
  ...[
    '[a](<b c>)',
    '](http://a',
    '[](\n',
    '[a](\\\\)',
    '\\\\',
    '[a]()',
    '[a](b c)',
    '[a](b(c)d)',
    '[a]( b )',
    '\\\n',
    '\n- - ',
    '[a](b "c")',
    '- - ',
    '1. - ',
    '\n* + ',
    '- ',
  ],
);
const scraps = fc.array(scrap, { maxLength: 16 }).map((parts) => parts.join(''));

describe.each([
  { of: 'prose', texts: written, runs: 3_000 },
  { of: 'scraps', texts: scraps, runs: 12_000 },
])('plain prose made of $of', ({ texts, runs }) => {
  test('is read as by the parser for all prose, places included', () => {
    let read = 0;
    fc.assert(
      fc.property(texts, (prose) => {
        const tree = plainTree(prose);
        if (!tree) return;
        read++;
        expect(asData(tree)).toEqual(ordinary(prose));
      }),
      { numRuns: runs },
    );
    expect(read).toBeGreaterThan(runs / 10);
  });
});

test.each(globSync('{content/plans,test/fixtures/plans}/*.mdx'))('%s is plain prose', (file) => {
  const text = readFileSync(file, 'utf8');
  const { start = 0 } = frontMatter(text)?.prose ?? {};
  const prose = text.slice(start);
  expect(asData(plainTree(prose) ?? {})).toEqual(ordinary(prose));
});

describe('the parser for all prose is asked', () => {
  afterEach(() => {
    vi.doUnmock('satteri');
    vi.resetModules();
  });

  test.each(['<Note>\n\na\n', 'a </Note>', '[a]( b)', '[a](\\\\)'])(
    '%j: by this one it is not read',
    (prose) => {
      expect(plainTree(prose)).toBeUndefined();
    },
  );

  test('where the quick one was not installed', async () => {
    vi.doMock('satteri', () => {
      throw new Error('Cannot find native binding');
    });
    const { treeOf } = await import('../../../src/source/prose.ts');
    expect(await treeOf('# Go-live\n')).toEqual({ tree: parseMarkdown('# Go-live\n') });
  });
});
