import { expect } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';

/** Whoever reads a finding reads whole sentences, in which no value is missing. */
export function expectSentences({ message, help, related }: Finding): void {
  expect(help).toMatch(/^[A-Z`].+(\.\)?|\?)$/s);
  for (const words of [message, help, ...related.map((place) => place.message)]) {
    expect(words).toMatch(/^[\p{L}\p{N}`“].*[\p{L}\p{N}`”.?)]$/su);
    expect(words).not.toMatch(/undefined(?! definition)|null|NaN|\[object|``|\s\s|\s[,.]/);
  }
}
