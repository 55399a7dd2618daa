import fc from 'fast-check';
import type { Root } from 'mdast';
import comments from 'remark-lint';
import preset from 'remark-preset-lint-recommended';
import { type Processor, unified } from 'unified';
import { expect, test } from 'vitest';
import { subjects } from '../../src/source/markdown/subjects.ts';
import { checkStyle } from '../../src/source/markdown-style.ts';
import { treeOf } from '../../src/source/prose.ts';

const plugins = (preset.plugins ?? []).filter((plugin) => plugin !== comments);
const all = unified().use({ plugins }).freeze() as unknown as Processor<undefined, Root, Root>;

async function everyRule(tree: Root, prose: string): Promise<string[]> {
  return new Promise((done, fail) => {
    all.run(tree, prose, (error, _, file) => {
      if (file) done(file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`));
      else fail(error);
    });
  });
}

const pieces = fc.constantFrom(
  ...['a', 'b', 'see', ' ', '  ', '   ', '\n', '\n\n', '\\\n', '  \n', '.', ':', '\t'],
  ...[
    '- ',
    '-   ',
    '-\n',
    '* ',
    '1. ',
    '1.  ',
    '2) ',
    '- [ ] ',
    '-  [ ] ',
    '> ',
    '>',
    '| - |',
    '|',
  ],
  ...['# ', '##  ', '#\t ', ' ##', '  ##'],
  ...['[a]', '![a]', '[a][]', '[a][b]', '![a][b]', '[^a]', '[a](b)', '[', ']', '&#91;', '\\['],
  ...['\n\n[a]: b\n', '\n\n[a]: b "c"\n', '\n\n[^a]: b\n', 'https://example.com', 'a@example.com'],
  ...['`', '\n```\n', '*', '**', '<Note>', '</Note>', '<Date of="goLive" />'],
);

test('leaving out rules without a subject leaves out nothing that they would say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 24 }), async (parts) => {
      const prose = parts.join('');
      // In development the parser asserts what does not hold for every heading with an open tag.
      const parsed = await treeOf(prose).catch(() => undefined);
      if (!parsed || !('tree' in parsed)) return;
      const expected = await everyRule(parsed.tree, prose);
      const notes = await checkStyle(parsed.tree, prose);
      expect(notes.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('only rules of the preset have a subject', () => {
  const names = plugins
    .map((plugin) => [plugin].flat()[0])
    .map((plugin) => Reflect.get(plugin ?? {}, 'name'));
  const known = Object.keys(subjects).map((rule) => `remark-lint:${rule}`);
  expect(names).toEqual(expect.arrayContaining(known));
});
