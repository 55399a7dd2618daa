import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { destinations } from '../../../src/source/markdown/destinations.ts';
import { withoutBareAddresses } from '../../../src/source/markdown/github.ts';
import { parseMarkdown } from '../../../src/source/markdown/parser.ts';

const ordinary = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(destinations)
  .freeze();

/** What a parser makes of a text, be it an error. */
function outcome(parse: (prose: string) => unknown, prose: string): unknown {
  try {
    return parse(prose);
  } catch (error) {
    return String(error);
  }
}

const pieces = fc.constantFrom(
  ...[
    'a',
    'b',
    'w',
    'W',
    'ww',
    'www',
    'http',
    'HTTPS',
    'h',
    'ttp',
    's',
    'example.com',
    '.',
    '/',
    ':',
  ],
  ...[
    '@',
    '+',
    '-',
    '_',
    '*',
    '**',
    '~',
    '~~',
    '`',
    '\\',
    '&amp;',
    '&#64;',
    '&#x77;',
    '&',
    '!',
    '#',
  ],
  ...[
    '[',
    ']',
    '](',
    ')',
    '[^a]',
    '[^a]: ',
    '- [ ] ',
    '- ',
    '1. ',
    '> ',
    '|',
    '| - |',
    '"',
    ' ',
    '  ',
  ],
  ...['\n', '\n\n', '\n\n## ', '\n\n```\n', '<Note>', '</Note>', '<Date of="goLive" />', '{', '}'],
);

test('prose is read as by the ordinary parser, whether addresses stand in it or not', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const prose = parts.join('');
      expect(outcome(parseMarkdown, prose)).toEqual(outcome((text) => ordinary.parse(text), prose));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  'see www.example.com',
  'see WWW.example.com',
  'see http://example.com',
  'see HTTPS://example.com',
  'ask a@example.com',
  'ask a&#64;example.com',
  'see &#x77;ww.example.com',
])('%s: a bare address is a link', (prose) => {
  expect(JSON.stringify(parseMarkdown(prose))).toContain('"type":"link"');
});

test('the parser for prose without addresses does not look for them', () => {
  const parser = unified().use(remarkParse).use(withoutBareAddresses);
  const tree = parser.parse('~~see~~ www.example.com, https://example.com, a@example.com');
  expect(JSON.stringify(tree)).not.toContain('"type":"link"');
  expect(JSON.stringify(tree)).toContain('"type":"delete"');
});
