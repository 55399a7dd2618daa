import { describe, expect, test } from 'vitest';
import { around } from '../../src/rules/around.ts';
import { idOf, kindOfFile, readPlan } from '../../src/source/plan-file.ts';
import { limits } from '../../src/source/yaml.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The first thing that is wrong with a file: what, and the line and column where it is known. */
function problem(file: string, content: string | Uint8Array) {
  const read = readPlan(file, typeof content === 'string' ? utf8(content) : content);
  const [first, ...others] = read.problems;
  expect(others).toEqual([]);
  expect(read.plan).toBeUndefined();
  if (first?.type !== 'yaml-syntax') throw new Error(`This is ${first?.type}`);
  const { line, column } = read.lines.position(first.start);
  return { at: `${line}:${column}`, message: first.message };
}

describe('a file that holds no plan', () => {
  test.each<[what: string, file: string, content: string, at: string, message: RegExp]>([
    ['nothing', 'a.yaml', '', '1:1', /empty/],
    ['a comment', 'a.yaml', '# later\n', '1:1', /empty/],
    ['null', 'a.yaml', '--- ~\n', '1:1', /empty/],
    ['a list', 'a.yaml', '# a\n- b\n', '2:1', /this is a list/],
    ['text', 'a.yaml', 'plan\n', '1:1', /a single value/],
    ['prose alone', 'a.mdx', '# Plan\n', '1:1', /begins with its data/],
    ['front matter behind a line', 'a.mdx', '\n---\na: 1\n---\n', '1:1', /begins with its data/],
    ['front matter without an end', 'a.mdx', '---\na: 1\n', '1:1', /never closed/],
    ['empty front matter', 'a.mdx', '---\n---\n', '1:1', /empty/],
    ['front matter that is a list', 'a.mdx', '---\n- a\n---\n', '2:1', /this is a list/],
  ])('%s', (_, file, content, at, message) => {
    expect(problem(file, content)).toEqual({ at, message: expect.stringMatching(message) });
  });

  test('places in front matter count from the beginning of the file', () => {
    expect(problem('a.mdx', '\ufeff---\r\na: 1\r\na: 2\r\n---\r\n').at).toBe('3:1');
  });

  test('a file that is no text', () => {
    expect(problem('a.yaml', Uint8Array.of(0x61, 0x3a, 0x20, 0xff))).toEqual({
      at: '1:4',
      message: expect.stringContaining('not UTF-8'),
    });
    expect(problem('a.mdx', Uint8Array.of(0xff, 0xfe, 0x2d, 0x00)).message).toContain('UTF-16');
  });

  test('a file of more than 1 MiB', () => {
    const text = `customer: ${'x'.repeat(limits.bytes)}`;
    expect(problem('a.yaml', text)).toEqual({
      at: '1:1',
      message: expect.stringContaining('1 MiB'),
    });
    const just = `x-a: ${'x'.repeat(limits.bytes - 5)}`;
    expect(readPlan('a.yaml', utf8(just)).plan).toBeDefined();
  });

  test('more than 500 environments, those of the team included', () => {
    const environments = (count: number) =>
      `environments:\n${Array.from({ length: count }, (_, n) => `  x-${n}: {}\n`).join('')}`;
    expect(problem('a.yaml', environments(501))).toEqual({
      at: '1:1',
      message: expect.stringContaining('more than 500 environments'),
    });
    expect(readPlan('a.yaml', utf8(environments(500))).plan).toBeDefined();
  });

  test('more than 10,000 problems', () => {
    // The plan itself lacks keys, too.
    const contacts = (count: number) => `contacts:\n${'  - {}\n'.repeat(count)}`;
    expect(problem('a.yaml', contacts(limits.problems))).toEqual({
      at: '2:5',
      message: expect.stringContaining('more than 10,000 wrong or missing keys and values'),
    });
    const just = readPlan('a.yaml', utf8(contacts(limits.problems - 1)));
    expect(just.problems.length).toBe(limits.problems);
    expect(just.plan).toBeDefined();
  });
});

describe('a plan', () => {
  test('says the same with a byte order mark and with any line ending', () => {
    const plain = readPlan('a.yaml', utf8(around.live));
    for (const end of ['\r\n', '\r']) {
      const read = readPlan('a.yaml', utf8(`\ufeff${around.live.replaceAll('\n', end)}`));
      expect(read.problems).toEqual([]);
      expect(read.plan?.facts).toEqual(plain.plan?.facts);
    }
  });

  test('has its facts in the order in which they are written', () => {
    const text =
      'sites: [B]\ntraining: []\nvalidations:\n  - { started: 2026-05-14, environment: val }\ncustomer: A\n';
    const facts = readPlan('a.yaml', utf8(text)).plan?.facts ?? {};
    expect(Object.keys(facts)).toEqual(['sites', 'validations', 'customer']);
    expect(Object.keys(facts.validations?.[0] ?? {})).toEqual(['started', 'environment']);
  });

  test('keeps the places of what follows a wrong item', () => {
    const text = 'decisions: [7, { id: D-1, made: 2026-02-30, summary: s }]\n';
    const { plan, problems } = readPlan('a.yaml', utf8(text));
    expect(plan?.facts.decisions).toEqual([{ id: 'D-1', summary: 's' }]);
    expect(problems.flatMap((found) => ('path' in found ? [found.path.join('.')] : []))).toEqual([
      '',
      'decisions.0',
      'decisions.1.made',
    ]);
  });
});

test('a file’s name says what it is', () => {
  expect(['a.yaml', 'a/b.mdx'].map(kindOfFile)).toEqual(['plan', 'plan']);
  expect(['a.yml', 'a.md', 'a.YAML', 'a.Mdx'].map(kindOfFile)).toEqual(Array(4).fill('misnamed'));
  expect(['a.txt', 'a', '.yaml.swp', 'yaml'].map(kindOfFile)).toEqual(Array(4).fill(undefined));
  expect(['x/acme.yaml', 'acme.v2.mdx', 'acme'].map(idOf)).toEqual(['acme', 'acme.v2', 'acme']);
});
