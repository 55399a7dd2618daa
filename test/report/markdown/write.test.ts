import fc from 'fast-check';
import type { ListItem, PhrasingContent, RootContent, TableCell } from 'mdast';
import { expect, test } from 'vitest';
import { writeMarkdown, writerWith } from '../../../src/report/markdown/write.ts';

const ordinary = writerWith({});

/** What could be taken for markup, and what stands around it. */
const words = fc.constantFrom(
  ...['a', 'b', 'Ab', 'www', 'W', 'http', 's', 'https://a.b/c', 'a@b.cd', '.', '/', ':', ';', '@'],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '```',
    '\\',
    '&',
    '&amp;',
    '&#64;',
    '!',
    '![',
    '#',
    '$',
  ],
  ...[
    '[',
    ']',
    '](',
    '(',
    ')',
    '[^',
    '[ ]',
    '<',
    '<b>',
    '<!--',
    '>',
    '|',
    '-',
    '--',
    '+',
    '=',
    '%',
  ],
  ...['1', '1.', '1)', '"', "'", ' ', '  ', '\t', '\n', '\r', '\n\n', '\u007f', 'ß', '𝒳', '\u00a0'],
);
const value = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
const text = value.map((written): PhrasingContent => ({ type: 'text', value: written }));

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent }>((tie) => {
  const children = fc.array(tie('phrasing'), { maxLength: 4 });
  return {
    phrasing: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: text, weight: 4 },
      value.map((code): PhrasingContent => ({ type: 'inlineCode', value: code })),
      fc.constant<PhrasingContent>({ type: 'break' }),
      children.map((inside): PhrasingContent => ({ type: 'emphasis', children: inside })),
      children.map((inside): PhrasingContent => ({ type: 'strong', children: inside })),
      children.map((inside): PhrasingContent => ({ type: 'delete', children: inside })),
      fc
        .tuple(value, children)
        .map(([url, inside]): PhrasingContent => ({ type: 'link', url, children: inside })),
    ),
  };
});
const phrasings = fc.array(phrasing, { maxLength: 5 });
const paragraph = phrasings.map((children): RootContent => ({ type: 'paragraph', children }));
const block: fc.Arbitrary<RootContent> = fc.oneof(
  { arbitrary: paragraph, weight: 3 },
  fc
    .tuple(fc.constantFrom(1, 2, 3), phrasings)
    .map(([depth, children]): RootContent => ({ type: 'heading', depth, children })),
  phrasings.map((children): RootContent => {
    const item: ListItem = { type: 'listItem', children: [{ type: 'paragraph', children }] };
    return { type: 'list', children: [item, item] };
  }),
  fc.tuple(phrasings, phrasings).map((row): RootContent => {
    const children = row.map((inside): TableCell => ({ type: 'tableCell', children: inside }));
    return { type: 'table', children: [{ type: 'tableRow', children }] };
  }),
);

test('a document is written as by the ordinary writer, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (children) => {
      expect(writeMarkdown(children)).toBe(ordinary.stringify({ type: 'root', children }));
    }),
    { numRuns: 1000 },
  );
});
