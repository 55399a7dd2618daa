import fc from 'fast-check';
import { notations } from '../proof/notations/notation.ts';
import { render, type Value } from '../proof/notations/render.ts';
import { validPlans } from '../proof/plans/index.ts';
import { hostileTexts, hostileWords } from '../support/hostile-texts.ts';
import type { Case } from './linter.ts';

/** Files that nobody would write on purpose, or only to do harm. */

const hostile = fc.constantFrom(
  ...Object.values(hostileTexts).map(({ text }) => text),
  ...hostileWords,
);

/** What YAML and MDX consist of, and what they cannot bear. */
const yamlPieces = fc.constantFrom(
  ...'{ } [ ] , : - ? & * ! | > % @ ` # " \' ~ < = .'.split(' '),
  ...[
    '\n',
    '\r',
    '\r\n',
    ' ',
    '  ',
    '\t',
    '\n  ',
    '\n- ',
    '\n? ',
    ': ',
    '---\n',
    '...\n',
    '&a ',
    '*a',
  ],
  ...[
    '!!js ',
    '<<: *a',
    '"\\u',
    '\\x',
    '|2-\n',
    '>+\n',
    '%YAML 1.2\n',
    '\u0000',
    '\ufeff',
    '\u2028',
  ],
  ...[
    'customer: ',
    'environments:\n',
    '  prod: ',
    'goLive: ',
    'waivers:\n',
    '2026-02-30',
    '__proto__: ',
  ],
);
const prosePieces = fc.constantFrom(
  ...'* _ ** ` ``` ~~ [ ] ( ) ![ ]( < > </ /> { } {/* */} | # - 1. \\ & ! $ "'.split(' '),
  ...[
    '\n',
    '\n\n',
    '  \n',
    '\r',
    ' ',
    '    ',
    '\t',
    '> ',
    '- [ ] ',
    '|-|\n',
    '---\n',
    '===\n',
    '[^a]: ',
  ],
  ...[
    '<Note>',
    '</Note>',
    '<Date of="goLive" />',
    '<Environment id=',
    'import a',
    'export {',
    '<!--',
    '\u0000',
  ],
  ...[
    'https://a.b',
    'a@b.c',
    'www.a',
    '&amp;',
    '\ud800',
    '😀',
    '<a {...b}>',
    'Pre Prod',
    '](../acme/)',
  ],
);

function textOf(pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ maxLength: 6 }), hostile);
  const repeated = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3000 }))
    .map(([some, n]) => some.join('').repeat(n));
  return fc
    .array(fc.oneof({ weight: 30, arbitrary: piece }, repeated), { maxLength: 40 })
    .map((parts) => parts.join(''));
}

const yamlText = textOf(yamlPieces);
const proseText = textOf(prosePieces);

const fileOf = (name: string, text: string): Case => ({ name, bytes: Buffer.from(text) });

const bytes = fc
  .tuple(fc.constantFrom('plan.yaml', 'plan.mdx'), fc.uint8Array({ maxLength: 400 }))
  .map(([name, content]): Case => ({ name, bytes: content }));

const yaml = yamlText.map((text) => fileOf('plan.yaml', text));

const frontMatter = fc
  .tuple(
    fc.constantFrom('---\n', '---', '--- \r\n', '\n---\n', '----\n'),
    yamlText,
    fc.constantFrom('\n---\n', '---', '\r---\r', ''),
    proseText,
  )
  .map((parts) => fileOf('plan.mdx', parts.join('')));

const written = fc
  .tuple(validPlans(), notations)
  .map(([plan, notation]) => render(plan as Value, notation));

/** Sound data, and prose that is not. */
const prose = fc.tuple(written, proseText).map(([{ text }, below]) => {
  const data = text.startsWith('---') ? text : `---\n${text}\n---\n`;
  return fileOf('plan.mdx', `${data}\n${below}`);
});

/** Plans of which the text has been cut, doubled, and mixed with other text. */
const mangled = fc
  .tuple(
    written,
    fc.array(fc.tuple(fc.nat(9999), fc.nat(60), fc.oneof(yamlPieces, hostile, fc.constant(''))), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([{ file, text }, cuts]) => {
    const mixed = cuts.reduce((before, [at, length, added]) => {
      const from = Math.floor((at / 10_000) * before.length);
      return before.slice(0, from) + added + before.slice(from + length);
    }, text);
    return fileOf(file, mixed);
  });

/** A value that stands where something else is meant. */
const odd: fc.Arbitrary<Value> = fc.oneof(
  hostile,
  fc.constantFrom<Value>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    [[]],
    [null],
    '9999-12-31',
    '0000-01-01',
  ),
  fc.constantFrom<Value>(
    { ['__proto__']: 'a', constructor: [1] },
    { main: {}, test: { url: 'a' } },
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>,
);

const changes = fc.array(
  fc.record({
    at: fc.nat(9999),
    what: fc.constantFrom('delete', 'replace', 'swap', 'double', 'rename', 'add'),
    other: fc.nat(9999),
    key: fc.oneof(hostile, fc.constantFrom('test', 'main', 'kind', 'at', 'iq', 'customer', 'rule')),
    value: odd,
  }),
  { minLength: 1, maxLength: 6 },
);

type Change = typeof changes extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Whole plans with other values, keys and places, written down in any way. */
const restructured = fc.tuple(validPlans(), changes, notations).map(([plan, all, notation]) => {
  const values = structuredClone(plan) as Value;
  for (const change of all) apply(values, change);
  const { file, bytes } = render(values, notation);
  return { name: file, bytes };
});

function apply(values: Value, { at, what, other, key, value }: Change): void {
  const places = placesIn(values);
  const place = places[at % places.length];
  const second = places[other % places.length];
  if (!place || !second) return;
  const held = structuredClone(Reflect.get(place.holder, place.key));
  switch (what) {
    case 'delete':
      if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
      else Reflect.deleteProperty(place.holder, place.key);
      break;
    case 'replace':
      put(place, structuredClone(value));
      break;
    case 'swap':
      put(place, structuredClone(Reflect.get(second.holder, second.key)));
      break;
    case 'double':
      put(
        { holder: second.holder, key: Array.isArray(second.holder) ? second.holder.length : key },
        held,
      );
      break;
    case 'rename':
      if (Array.isArray(place.holder)) break;
      Reflect.deleteProperty(place.holder, place.key);
      put({ holder: place.holder, key }, held);
      break;
    case 'add':
      put(
        { holder: place.holder, key: Array.isArray(place.holder) ? place.holder.length : key },
        structuredClone(value),
      );
      break;
  }
}

interface Spot {
  readonly holder: object;
  readonly key: string | number;
}

/** Also `__proto__` becomes a key like any other. */
function put({ holder, key }: Spot, value: Value): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function placesIn(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value, key },
    ...placesIn(inner),
  ]);
}

export const cases: fc.Arbitrary<Case> = fc.oneof(
  { weight: 1, arbitrary: bytes },
  { weight: 3, arbitrary: yaml },
  { weight: 2, arbitrary: frontMatter },
  { weight: 4, arbitrary: prose },
  { weight: 4, arbitrary: mangled },
  { weight: 6, arbitrary: restructured },
);
