import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits } from '../../src/lint/plan-pattern.ts';

test.each([
  ['acme', 'acme', true],
  ['acme', 'acme-north', false],
  ['legacy-*', 'legacy-north', true],
  ['legacy-*', 'legacy-', true],
  ['legacy-*', 'my-legacy-north', false],
  ['*-north', 'acme-north', true],
  ['*-north', 'acme-north-2', false],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['*', '', true],
  ['**', 'acme', true],
  ['a*b*c', 'a-c-b-c', true],
  ['a*b*c', 'a-c-b', false],
  ['constructor', 'constructor', true],
])('%s fits %s: %s', (pattern, id, isFit) => {
  expect(fits(id, pattern)).toBe(isFit);
});

test('it is what a regular expression says', () => {
  const texts = (characters: string) =>
    fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });
  fc.assert(
    fc.property(texts('ab-'), texts('ab-*'), (id, pattern) => {
      expect(fits(id, pattern)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(id));
    }),
  );
});

test('it never takes long', () => {
  expect(fits('a'.repeat(250), `${'*a'.repeat(100)}*c`)).toBe(false);
});
