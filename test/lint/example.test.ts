import { describe, expect, test } from 'vitest';
import { lintExample } from '../../src/lint/example.ts';
import type { Example } from '../../src/rules/example.ts';

/** What is said of an example: file, rule and place. */
async function found(example: Example) {
  const { findings } = await lintExample(example);
  return findings.map(({ file, rule, path }) => [file, rule, path]);
}

describe('an excerpt stands in a plan that is in order', () => {
  test('and takes the place of its blocks', async () => {
    expect(await found({ text: '' })).toEqual([]);
    expect(await found({ text: 'goLive: soon' })).toEqual([
      ['example.yaml', 'invalid-date', 'goLive'],
    ]);
    expect(await found({ text: 'environments: { val: ~ }' })).toContainEqual([
      'example.yaml',
      'required-environment-missing',
      'environments',
    ]);
  });

  test('with its prose', async () => {
    expect(await found({ text: '---\n---\n\nIn preprod.\n' })).toEqual([
      ['example.mdx', 'prose-term', null],
    ]);
  });

  test.each(['soon', '[]', '~'])('and is one: %s', async (text) => {
    await expect(lintExample({ text })).rejects.toThrow('An example is an excerpt of a plan');
  });

  test.each([
    ['environments: soon', 'invalid-value', 'environments'],
    ['environments: [val]', 'invalid-value', 'environments'],
    ['environments:', 'missing-key', ''],
  ])('and is judged as it is: %s', async (text, rule, path) => {
    expect(await found({ text })).toEqual([['example.yaml', rule, path]]);
  });
});

test('of places that a finding names besides, an example tells those that it shows', async () => {
  const text = 'environments: { val: { destroyed: 2026-07-17 } }\n';
  const placesIn = async (shown: string) => {
    const { findings } = await lintExample({ text: shown });
    const { related = [] } =
      findings.find(({ rule }) => rule === 'val-destroyed-before-go-live') ?? {};
    return related.map(({ message, line }) => [message, line]);
  };
  expect(await placesIn(text)).toEqual([]);
  expect(await placesIn(`${text}goLive: 2026-07-20\n`)).toEqual([
    ['2026-07-20 is written here', 2],
  ]);
});

test('of the plans beside an example nothing is said, though they are read', async () => {
  const example = { text: '', beside: ['goLive: soon', '', { file: 'example.mdx', text: '' }] };
  expect(await found(example)).toEqual([['example.yaml', 'duplicate-plan', '']]);
  expect(await found({ ...example, text: 'goLive: soon' })).toContainEqual([
    'example.yaml',
    'invalid-date',
    'goLive',
  ]);
});

test('what a finding points at is marked, and the marks are no part of the text', async () => {
  const { file, marks } = await lintExample({ text: 'goLive: «soon»\ncustomer: «5»\n' });
  expect(file.text).toBe('goLive: soon\ncustomer: 5\n');
  expect(marks).toEqual([
    { start: 8, end: 12 },
    { start: 23, end: 24 },
  ]);
});
