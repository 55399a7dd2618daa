import { describe, expect, test } from 'vitest';
import { datesIn } from '../../src/lifecycle/dates.ts';
import { parseProse, treeOf } from '../../src/source/prose.ts';

/** What is wrong with a text, and the token that is shown. */
async function problem(prose: string) {
  const front = '---\na: 1\n---\n';
  const text = front + prose;
  const parsed = await parseProse(text, { start: front.length, end: text.length });
  if (!parsed || !('problem' in parsed)) throw new Error(`This is read: ${prose}`);
  const { start, end, message, help } = parsed.problem;
  expect(help).toMatch(/\(The parser says: .+\)$/s);
  expect(start).toBeGreaterThanOrEqual(front.length);
  expect(end).toBeLessThanOrEqual(text.length);
  return { token: text.slice(start, end), message };
}

describe('the traps of MDX', () => {
  test.each<[prose: string, token: string, message: RegExp]>([
    ['within <3 days', '<', /bare `<`/],
    ['load <= 5', '<', /bare `<`/],
    ['a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n', '<<<<<<< HEAD', /two versions/],
    ['```\n<<<<<<< HEAD\n```\n\nwithin <3 days', '<', /bare `<`/],
    ['a {', '{', /`{` is opened/],
    ['a {b} c {d\n\n{e}\n', '{', /`{` is opened/],
    ['a {b c} d', ' ', /program code, and cannot read/],
    ['<!-- a -->', '<!--', /HTML/],
    ['a\n\n  <!-- b -->\n', '<!--', /HTML/],
    ['<https://example.com>', '<https://example.com>', /address/],
    ['<pm@example.com>', '<pm@example.com>', /address/],
    ['a\n\n<Note>\n\nb', '<Note>', /`<Note>` is not closed/],
    ['a <br> b', '<br>', /`<br>` is not closed/],
    ['- <Note>\n- b\n', '<Note>', /not closed/],
    ['<Note>\n</Card>', '</Card>', /`<\/Card>` stands where `<Note>`/],
    ['a </Note>', '</Note>', /no tag is open/],
    ['<Date of=goLive />', 'g', /not quoted/],
    ['if a<b then', '<b', /beginning of a component/],
    ['<Note', '<Note', /beginning of a component/],
    ['export of the old data', 'export', /`import` or `export`/],
  ])('%s', async (prose, token, message) => {
    expect(await problem(prose)).toEqual({ token, message: expect.stringMatching(message) });
  });

  test('are counted in lines of any ending', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(await problem(['a', '', '🧭 <Note> b', ''].join(end))).toMatchObject({
        token: '<Note>',
      });
    }
  });
});

test('Markdown as on GitHub is read, comments and components too', async () => {
  const prose =
    '| a |\n| - |\n| ~~b~~ |\n\n{/* c */}\n\n<Date of="goLive" /> \\<3 `<3 {` https://example.com\n';
  const parsed = await treeOf(prose);
  expect('tree' in parsed && parsed.tree.children.map(({ type }) => type)).toEqual([
    'table',
    'mdxFlowExpression',
    'paragraph',
  ]);
});

test('rules are shown the passages that hold a date or a misspelt word, and no others', async () => {
  const prose = '# Go-live\n\nIn *preprod*.\n\n| On 2026-07-20 | In `preprod` |\n| --- | --- |\n';
  const parsed = await parseProse(prose, { start: 0, end: prose.length });
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  expect(parsed.passages.map(({ text }) => text)).toEqual(['In preprod.', 'On 2026-07-20']);
});

/** Facts are to be found where they are written, in whatever text is around them. */
describe('in a passage', () => {
  test.each([
    ['> Go\n> Live\n> > \tGo\n>> Live', ['Go\nLive', 'Go\nLive']],
    ['- > sand\r\n  >box', ['sand\r\nbox']],
    ['preprod[^a]\n\n[^a]: x', ['preprod ']],
  ])('%j reads as one sees it', async (prose, texts) => {
    const parsed = await parseProse(prose, { start: 0, end: prose.length });
    if ('problem' in parsed) throw new Error(parsed.problem.message);
    expect(parsed.passages.map(({ text }) => text)).toEqual(texts);
  });

  test.each([
    'by 2026-07-20',
    '[TODO: ask a@b.c\n  by 2026-07-20',
    '- [TODO: ask a@b.c\n  by 2026-07-20]',
    '[R&amp;D by 2026-07-20 or a@b.c]',
    '> [see mailto:a@b.c\n> by 2026-07-20',
    '[see \\* www.a.b or https://a.b/c by 2026-07-20',
    'a@b.c by 2026-07-20, https://a.b by 2026-07-20',
    '[by 2026-07-20]()',
    '[by 2026-07-20](a.md) or [by 2026-07-20][a]',
    'by 2026-07-20\\*',
    '> it is\n> > 2026-07-20\n> or\n2026-07-20',
    'about ~2026-07-20',
  ])('%j holds the dates that are written there', async (prose) => {
    const parsed = await parseProse(prose, { start: 0, end: prose.length });
    if ('problem' in parsed) throw new Error(parsed.problem.message);
    const found = parsed.passages.flatMap((passage) =>
      datesIn(passage.text).map(({ start, end }) => passage.rangeOf(start, end)),
    );
    const written = [...prose.matchAll(/2026-07-20/g)].map(({ index }) => index);
    expect(found).toEqual(written.map((start) => ({ start, end: start + 10 })));
  });
});
