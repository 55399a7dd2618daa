import { describe, expect, test } from 'vitest';
import { parseProse } from '../../src/source/prose.ts';
import { proseLimits } from '../../src/source/prose-limits.ts';

/** What is wrong with prose, and from where on. */
async function problem(prose: string) {
  const parsed = await parseProse(prose, { start: 0, end: prose.length });
  if (!('problem' in parsed)) return undefined;
  const { start, message } = parsed.problem;
  return { start, message };
}

const { characters, lines, blocks, levels, words, marks, tangle, punctuation } = proseLimits;

describe('what nobody writes is refused before it is parsed', () => {
  test('prose without an end', async () => {
    const prose = `${'word '.repeat(12)}a\n\n`.repeat(characters / 63);
    expect(await problem(prose)).toBeUndefined();
    expect(await problem(`${prose}${'more '.repeat(10)}`)).toEqual({
      start: characters,
      message: expect.stringMatching(/more than 65,536 characters/),
    });
  });

  test.each(['> a\n\n', 'a\n=\n\n', '\n', '\r\n'])('lines of %j without an end', async (line) => {
    const count = line.match(/\n/g)?.length ?? 0;
    const prose = line.repeat(Math.floor(lines / count));
    expect(await problem(prose)).toBeUndefined();
    const more = `${prose}${line.repeat(2)}`;
    expect(await problem(more)).toEqual({
      start: more
        .split(/(?<=\n)/)
        .slice(0, lines)
        .join('').length,
      message: expect.stringMatching(/more than 65,536 characters or 4,000 lines/),
    });
  });

  test.each(['\r\n', '🧭'])('prose that is too long by the half of %j', async (whole) => {
    const prose = `${'x'.repeat(characters - 1)}${whole}`;
    expect(await problem(prose)).toMatchObject({ start: characters - 1 });
  });

  test.each(['![a](', '*a_', '](', '`', '{', '===\n'])('%j without an end', async (token) => {
    const prose = `Honest.\n\n${token.repeat(marks + 1)}`;
    expect(await problem(prose)).toEqual({
      start: 9,
      message: expect.stringMatching(/The passage that begins here holds more than 2,500/),
    });
  });

  test('blank lines are those of Markdown alone', async () => {
    const lines = [
      `${'*a'.repeat(marks / 2)}`,
      '\u00a0',
      '\u2028',
      `${'*a'.repeat(marks / 2 + 1)}`,
    ];
    expect(await problem(lines.join('\n'))).toMatchObject({ start: 0 });
    expect(await problem(lines.join('\r\n \t\r\n'))).toBeUndefined();
  });

  test.each(['w w ', 'w,w,', ' 1h', 'two words\n'])(
    'words such as %j without an end',
    async (two) => {
      const prose = `Honest.\n\n${two.repeat(words / 2 - 1)}`;
      expect(await problem(prose)).toBeUndefined();
      expect(await problem(`${prose}${two.repeat(2)}`)).toEqual({
        start: 9,
        message: 'The passage that begins here holds more than 5,000 words',
      });
    },
  );

  test.each(['.', '?', '._~', '&amp;'])('a row of %j without an end', async (mark) => {
    const row = mark.repeat(Math.floor(punctuation / mark.length));
    expect(await problem(`www.a${row}b${row}`)).toBeUndefined();
    expect(await problem(`www.a${row}b${row}${mark}`)).toEqual({
      start: 6 + row.length,
      message: 'A row of punctuation begins here that has more than 1,000 characters',
    });
  });

  test.each([
    ['>', 1],
    ['> ', 1],
    ['-\t', 1],
    ['1) ', 1],
    ['>- ', 2],
    ['[^a]: ', 1],
  ])('%j in line after line', async (markers, levels) => {
    const line = `${markers.repeat(10)}a\n\n`;
    const most = Math.floor(blocks / (10 * levels));
    expect(await problem(line.repeat(most))).toBeUndefined();
    expect(await problem(`a\n\n${line.repeat(most + 1)}`)).toEqual({
      start: 3 + most * line.length,
      message: expect.stringMatching(/more than 10,000 quotations, items of lists and footnotes/),
    });
  });

  test('long passages with much markup, one after the other', async () => {
    const passage = `${'*a '.repeat(marks / 2)}${'b '.repeat(1000)}\n\n`;
    const most = Math.floor(tangle / ((marks / 2) * (passage.length - 2)));
    expect(await problem(passage.repeat(most))).toBeUndefined();
    expect(await problem(passage.repeat(most + 1))).toEqual({
      start: most * passage.length,
      message: expect.stringMatching(/too much markup in too long passages/),
    });
  });

  test('a tab is as long as four blanks', async () => {
    const passage = (blank: string) => `${'[a]'.repeat(marks / 2)}${blank.repeat(12_000)}b`;
    expect(await problem(passage(' '))).toBeUndefined();
    expect(await problem(passage('\t'))).toMatchObject({
      message: expect.stringMatching(/too much markup in too long passages/),
    });
  });

  test('markup that blank lines part is counted by itself', async () => {
    expect(await problem(`${'*a* '.repeat(marks / 2)}\n \t\n*b*\n`)).toBeUndefined();
  });

  test.each(['> ', '>', '1. ', '- ', '+\t', '[^a]: ', '> [^a\\]b]:'])(
    '%j in one another',
    async (token) => {
      expect(await problem(`a\n\n${token.repeat(levels + 50)}b`)).toEqual({
        start: 3,
        message: 'The prose is nested more than 100 levels deep',
      });
    },
  );

  test('a line across the page is none of it', async () => {
    const lines = ['-', '*', '_', '='].map((line) => `a\n\n${line.repeat(300)}\n`);
    expect(await problem(lines.join('\n'))).toBeUndefined();
  });
});

describe('program code whose end cannot be found', () => {
  test.each([
    ['{`', '}a\n\n'],
    ['{/*', 'a}\n\n'],
    ['export const a = `', '\n\n'],
    ['export const a = [', '1,\n\n'],
  ])('%j, %j', async (begin, more) => {
    const prose = begin + more.repeat(lines / 2 - 1);
    expect(await problem(prose)).toEqual({
      start: 0,
      message: 'What begins here is taken for program code, and its end cannot be found',
    });
  });

  test('is given up soon, however often it may end', async () => {
    const prose = `a\n\n{/*${'a}\n\n'.repeat(lines / 2 - 5)}`;
    expect(await problem(prose)).toEqual({
      start: 3,
      message: 'What begins here is taken for program code, and its end cannot be found',
    });
  });

  test('does not count in the next text', async () => {
    expect(await problem('{/* a remark */}\n')).toBeUndefined();
  });
});
