import { describe, expect, test } from 'vitest';
import { isInAddress, misspellingsIn, notText } from '../../src/lifecycle/vocabulary.ts';

/** What is misspelt in a text, and how it is spelled. */
const mended = (text: string) =>
  misspellingsIn(text).map(({ right, start, end }) => `${text.slice(start, end)} → ${right}`);

describe('a word of the lifecycle is spelled in one way', () => {
  test.each([
    ['pre-prod is configured by hand', ['pre-prod → Pre-PROD']],
    ['the preproduction', ['preproduction → Pre-PROD']],
    ['PRE  PROD', ['PRE  PROD → Pre-PROD']],
    ['pre\nprod', ['pre\nprod → Pre-PROD']],
    ['Pre‑Prod, with the hyphen of a printer', ['Pre‑Prod → Pre-PROD']],
    ['from val to Prod', ['val → VAL', 'Prod → PROD']],
    ['the SANDBOX', ['SANDBOX → Sandbox']],
    ['Clinspark', ['Clinspark → ClinSpark']],
    ['Iq and Ecr', ['Iq → IQ', 'Ecr → ECR']],
  ])('%j', (text, words) => {
    expect(mended(text)).toEqual(words);
  });

  test.each([
    ['two ecrs', ['ecrs → ECRs']],
    ['the Sand Boxs', ['Sand Boxs → Sandboxs']],
    ['both VALs and PRODs', []],
  ])('in the plural as well: %j', (text, words) => {
    expect(mended(text)).toEqual(words);
  });

  test.each([
    ['the golive', ['golive → go-live']],
    ['the goLive', ['goLive → go-live']],
    ['Golive is in May', ['Golive → Go-live']],
    ['The Go Live', ['Go Live → Go-live']],
    ['Signoff', ['Signoff → Sign-off']],
    ['go-live, Go-live, sign-off, Sign-off', []],
    ['go‑live, with the hyphen of a printer', []],
    ['users sign off, and go live', []],
  ])('with a capital only where a sentence begins: %j', (text, words) => {
    expect(mended(text)).toEqual(words);
  });

  test.each([
    'VAL, PROD, Pre-PROD, Sandbox, Community Dev, IQ, ECR, ClinSpark, IQVIA',
    'the production, a sandbox, the validation, staging and a test',
    'val-27-1 and my_val',
    'a prod-like instance',
    `pre-prod${notText}`,
  ])('and other words are left alone: %j', (text) => {
    expect(mended(text)).toEqual([]);
  });
});

describe('an address, a path or the name of a file is no word', () => {
  test.each([
    'https://example.com/val',
    'see https://example.com/a/long/way/down/to/the/val, please',
    `${'far '.repeat(100)}https://example.com/val`,
    `https://example.com/val ${'far '.repeat(100)}`,
    'support.val@example.com',
    'val@example.com',
    'C:\\plans\\val',
    './val',
    '/val',
    'it lies in /val',
    '~val',
    'plans/val/notes',
    'val.yaml',
    'notes.val',
    'a/pre\nprod/b',
  ])('%j', (text) => {
    expect(mended(text)).toEqual([]);
  });

  test.each([
    'the end of val.',
    'the end of val. Then',
    '(see val.)',
    '(It is ready).Val is next',
    'See https://example.com. The val is next',
    'The val is next: https://example.com',
    'https://example.com is the address of val',
    'val/PROD',
    'val\\*',
    'val: cloned',
  ])('but this is one: %j', (text) => {
    expect(mended(text).length).toBe(1);
  });

  test('is told of any place in a text', () => {
    const text = 'from https://example.com/2026-05-08/ on 2026-05-08';
    const [first, last] = [text.indexOf('2026'), text.lastIndexOf('2026')];
    expect(isInAddress(text, first, first + 10)).toBe(true);
    expect(isInAddress(text, last, last + 10)).toBe(false);
  });
});
