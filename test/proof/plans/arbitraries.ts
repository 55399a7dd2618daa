import fc from 'fast-check';

/** The small choices that plans are made of. All of them shrink to the plainest. */

/** A number of days up to `max`; none at all and the very limit more often than others. */
export function days(max: number): fc.Arbitrary<number> {
  return fc.oneof(
    { withCrossShrink: true },
    fc.constant(0),
    fc.constant(max),
    fc.integer({ min: 0, max }),
  );
}

/** Something that a plan need not say. */
export function maybe<T>(choice: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(choice, { nil: undefined, freq: 2 });
}

export function some<T>(choice: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> {
  return fc.array(choice, { maxLength });
}

/** Text that YAML, or a careless reader of it, could take for something else. */
const tricky = [
  'Clinic staff',
  'yes',
  'no',
  'null',
  '~',
  'true',
  '1042',
  '007',
  '-7',
  '26.10',
  '2026-05-08',
  '1e3',
  '0x1F',
  '.inf',
  '-',
  '?',
  '---',
  '...',
  '# none',
  'a # b',
  'a: b',
  'a:',
  'it’s “quoted”',
  "it's",
  'the "old" one',
  'C:\\temp\\n',
  '{a: b}',
  '[a, b]',
  'a, b',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a`',
  '| a',
  '> a',
  '<<',
  ' padded ',
  'two\nlines',
  'two\n\nparagraphs\n',
  'a\ttab',
  'Größe 5 µm – 𝒳 👩🏽‍🔬',
  'שלום',
  '«marked»',
  'constructor',
  '__proto__',
];

/** Any text that is not blank. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom(...tricky),
  fc.string({ minLength: 1, maxLength: 12 }).filter((value) => /\S/.test(value)),
);

export const party = fc.constantFrom('customer' as const, 'iqvia' as const);

/** Where in a stretch of days something lies: at its beginning, at its end or in between. */
export const position: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  fc.constant(0),
  fc.constant(1),
  fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }),
);
