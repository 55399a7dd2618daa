import { describe, expect, test } from 'vitest';
import { decode, Lines } from '../../src/source/text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decode', () => {
  test('a byte order mark is taken and not counted', () => {
    expect(decode(utf8('\ufeffa: 1'))).toEqual({ text: 'a: 1' });
    expect(decode(utf8('a: \ufeff'))).toEqual({ text: 'a: \ufeff' });
  });

  test('the replacement character may be in a file', () => {
    expect(decode(utf8('a: \ufffd'))).toEqual({ text: 'a: \ufffd' });
  });

  test.each([
    ['a stray byte', [0x61, 0x3a, 0x20, 0xff, 0x62], 3],
    ['Latin-1', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 1],
    ['a character cut off', [0x61, 0xf0, 0x9f, 0xa7], 1],
    ['a stray byte behind a character of two units', [0xf0, 0x9f, 0xa7, 0xad, 0x80], 2],
    ['a stray byte behind a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0x80], 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['an overlong form', [0x61, 0xc0, 0xaf], 1],
  ])('not UTF-8: %s', (_, bytes, offset) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({
      fault: { offset, message: expect.stringContaining('not UTF-8') },
    });
  });

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['UTF-16', [0xfe, 0xff, 0x00, 0x61]],
    ['UTF-16', [0x61, 0x00, 0x3a, 0x00]],
    ['UTF-16', [0x00, 0x61, 0x00, 0x3a]],
    ['UTF-32', [0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00]],
    ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ])('%s is named', (name, bytes) => {
    expect(decode(Uint8Array.from(bytes))).toMatchObject({
      fault: { offset: 0, message: expect.stringContaining(name) },
    });
  });

  test('an empty file is empty text', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '' });
  });
});

describe('Lines', () => {
  const lines = new Lines('one\ntwo\r\nthree\rfour\n');

  test('end in LF, CRLF or CR', () => {
    expect(lines.count).toBe(5);
    expect([1, 2, 3, 4, 5, 6].map((line) => lines.line(line))).toEqual([
      'one',
      'two',
      'three',
      'four',
      '',
      '',
    ]);
  });

  test('positions are 1-based', () => {
    expect(lines.position(0)).toEqual({ line: 1, column: 1 });
    expect(lines.position(3)).toEqual({ line: 1, column: 4 });
    expect(lines.position(4)).toEqual({ line: 2, column: 1 });
    expect(lines.position(9)).toEqual({ line: 3, column: 1 });
    expect(lines.position(15)).toEqual({ line: 4, column: 1 });
    expect(lines.position(20)).toEqual({ line: 5, column: 1 });
  });

  test('columns count UTF-16 units', () => {
    expect(new Lines('🧭x').position(2)).toEqual({ line: 1, column: 3 });
  });
});
