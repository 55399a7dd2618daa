import { describe, expect, test } from 'vitest';
import type { Environment } from '../../src/lifecycle/environment.ts';
import type { Moment } from '../../src/lifecycle/moments.ts';
import { planOf } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';

/** The environment in `{ … }`, which stands first in its plan. */
function environmentIn(facts: string): Environment {
  const [environment] = planOf(`environments: { ${facts} }`).allEnvironments;
  if (!environment) throw new Error('There is no environment');
  return environment;
}

/** A day, and what would count instead if the plan had it. */
const said = (day: Moment | undefined) => day && [day.date, ...placesOf(day.inPlaceOf)];

const dayOf = (day: Moment | undefined) => day?.date;

describe('an environment', () => {
  test.each([
    ['val: {}', 'VAL'],
    ['val-27-1: { kind: val }', 'VAL `val-27-1`'],
    ['staging: {}', '`staging`'],
  ])('%s is called %s', (facts, name) => {
    expect(environmentIn(facts).name).toBe(name);
  });

  test.each([
    ['val: { main: {}, test: {} }', ['val.main', 'val.test']],
    ['val: { test: {} }', ['val.test']],
    ['val: {}', []],
    ['pre-prod: {}', ['pre-prod']],
    ['staging: {}', ['staging']],
  ])('%s has the instances %j', (facts, references) => {
    const { instances } = environmentIn(facts);
    expect(instances.map(({ reference }) => reference)).toEqual(references);
  });

  test.each([
    ['val: { main: {}, test: {} }', []],
    ['val: { test: {} }', ['environments.val.main']],
    ['val: {}', ['environments.val.main', 'environments.val.test']],
    ['pre-prod: {}', []],
    ['staging: {}', []],
  ])('%s lacks %j', (facts, places) => {
    expect(placesOf(environmentIn(facts).lacking)).toEqual(places);
  });
});

describe('the day on which an environment comes into being', () => {
  test.each([
    [
      'its own',
      'val: { created: 2026-05-13, main: { created: 2026-05-14 }, test: {} }',
      ['2026-05-13'],
    ],
    [
      'the first of its instances’',
      'val: { main: { created: 2026-05-14 }, test: { created: 2026-05-13 } }',
      ['2026-05-13', 'environments.val.created'],
    ],
    [
      'unknown where one of them has none',
      'val: { main: { created: 2026-05-14 }, test: {} }',
      undefined,
    ],
    ['unknown where one of them is not there', 'val: { main: { created: 2026-05-14 } }', undefined],
    ['unknown where nothing is dated', 'val: { main: {}, test: {} }', undefined],
    ['that of a single environment', 'pre-prod: { created: 2026-02-17 }', ['2026-02-17']],
    ['unknown of a single environment', 'pre-prod: { iq: { date: 2026-02-20 } }', undefined],
  ])('is %s', (_, facts, day) => {
    expect(said(environmentIn(facts).created)).toEqual(day);
  });

  test('is that of an instance, which has its pair’s where it has none of its own', () => {
    const { main, test } = environmentIn(
      'val: { created: 2026-05-13, main: {}, test: { created: 2026-05-14 } }',
    );
    expect(said(main?.created)).toEqual(['2026-05-13', 'environments.val.main.created']);
    expect(said(test?.created)).toEqual(['2026-05-14']);
  });

  test.each([
    ['val: { created: 2026-05-13, main: {}, test: {} }', ['VAL 2026-05-13']],
    [
      'val: { created: 2026-05-13, main: {}, test: { created: 2026-05-14 } }',
      ['VAL 2026-05-13', 'VAL Test 2026-05-14'],
    ],
    [
      'val: { created: 2026-05-13, main: { created: 2026-05-14 }, test: { created: 2026-05-15 } }',
      ['VAL Main 2026-05-14', 'VAL Test 2026-05-15'],
    ],
    ['val: { main: {}, test: { created: 2026-05-14 } }', ['VAL Test 2026-05-14']],
    ['val: { created: 2026-05-13 }', ['VAL 2026-05-13']],
    ['pre-prod: { created: 2026-02-17 }', ['Pre-PROD 2026-02-17']],
    ['pre-prod: { iq: { date: 2026-02-20 } }', []],
  ])('{ %s } is said once, and by what it holds for', (facts, creations) => {
    const said = environmentIn(facts).creations.map(({ name, day }) => `${name} ${day.date}`);
    expect(said).toEqual(creations);
  });
});

describe('the life of an environment', () => {
  const lifeOf = ({ life: { start, end } }: Pick<Environment, 'life'>) => [
    dayOf(start),
    dayOf(end),
  ];

  test('ends with its destruction', () => {
    const migration = environmentIn('migration: { created: 2026-02-23, destroyed: 2026-05-08 }');
    expect(lifeOf(migration)).toEqual(['2026-02-23', '2026-05-08']);
    expect(lifeOf(environmentIn('staging: { destroyed: 2026-05-08 }'))).toEqual([
      undefined,
      '2026-05-08',
    ]);
  });

  test('ends with the promotion, if it is Pre-PROD’s', () => {
    const preProd = environmentIn(
      'pre-prod: { created: 2026-02-17, destroyed: 2026-09-01 }, prod: { created: 2026-08-17 }',
    );
    expect(lifeOf(preProd)).toEqual(['2026-02-17', '2026-08-17']);
  });

  test('is that of its instances, from the day of each', () => {
    const { instances } = environmentIn(
      'val: { created: 2026-05-13, destroyed: 2026-09-15, main: {}, test: { created: 2026-05-14 } }',
    );
    expect(instances.map(lifeOf)).toEqual([
      ['2026-05-13', '2026-09-15'],
      ['2026-05-14', '2026-09-15'],
    ]);
  });
});

describe('an IQ', () => {
  const qualified = (facts: string) =>
    environmentIn(facts).qualifications.map(({ iq: { date }, name, firstCreated, lastCreated }) =>
      [date, name, dayOf(firstCreated), dayOf(lastCreated)].join(' '),
    );
  const days = 'main: { created: 2026-05-13 }, test: { created: 2026-05-14 }';

  test.each([
    [
      'a single environment',
      'pre-prod: { created: 2026-02-17, iq: { date: 2026-02-20 } }',
      ['2026-02-20 Pre-PROD 2026-02-17 2026-02-17'],
    ],
    [
      'both instances of a pair',
      `val: { iq: { date: 2026-05-15 }, ${days} }`,
      ['2026-05-15 VAL 2026-05-13 2026-05-14'],
    ],
    [
      'both instances, each from its own day',
      `val: { created: 2026-05-01, iq: { date: 2026-05-15 }, ${days} }`,
      ['2026-05-15 VAL 2026-05-13 2026-05-14'],
    ],
    [
      'the instance that has none of its own',
      'val: { iq: { date: 2026-05-15 }, main: { created: 2026-05-13 }, test: { created: 2026-05-14, iq: { date: 2026-05-16 } } }',
      ['2026-05-15 VAL Main 2026-05-13 2026-05-13', '2026-05-16 VAL Test 2026-05-14 2026-05-14'],
    ],
    [
      'the pair, beside those of its instances',
      'val: { iq: { date: 2026-05-15 }, main: { created: 2026-05-13, iq: { date: 2026-05-16 } }, test: { created: 2026-05-14, iq: { date: 2026-05-17 } } }',
      [
        '2026-05-15 VAL 2026-05-13 2026-05-14',
        '2026-05-16 VAL Main 2026-05-13 2026-05-13',
        '2026-05-17 VAL Test 2026-05-14 2026-05-14',
      ],
    ],
    [
      'a pair whose instances the plan does not have yet',
      'val: { created: 2026-05-13, iq: { date: 2026-05-15 } }',
      ['2026-05-15 VAL 2026-05-13 2026-05-13'],
    ],
    ['nothing, where there is none', `val: { ${days} }`, []],
  ])('qualifies %s', (_, facts, qualifications) => {
    expect(qualified(facts)).toEqual(qualifications);
  });

  test('would qualify others, if the plan had them or IQs of their own', () => {
    const [iq] = environmentIn(
      'val: { created: 2026-05-13, iq: { date: 2026-05-15 }, main: {} }',
    ).qualifications;
    const others = [
      'environments.val.main.created',
      'environments.val.test',
      'environments.val.main.iq',
    ];
    expect(said(iq?.firstCreated)).toEqual(['2026-05-13', ...others]);
    expect(said(iq?.lastCreated)).toEqual(['2026-05-13', ...others]);
  });

  test('is that of an instance, which has its pair’s where it has none of its own', () => {
    const { main, test } = environmentIn(
      'val: { iq: { date: 2026-05-15 }, main: {}, test: { iq: { date: 2026-05-16 } } }',
    );
    expect([main?.iq?.date, test?.iq?.date]).toEqual(['2026-05-15', '2026-05-16']);
    expect(said(main?.qualified)).toEqual(['2026-05-15', 'environments.val.main.iq']);
    expect(said(test?.qualified)).toEqual(['2026-05-16']);
  });

  test('of an instance counts even where its day is unknown', () => {
    const { main } = environmentIn(
      'val: { iq: { date: 2026-05-15 }, main: { iq: { document: IQ-1 } } }',
    );
    expect(main?.qualified).toBeUndefined();
  });
});

test('an instance has the release of its environment, unless it has one of its own', () => {
  const { main, test } = environmentIn(
    'prod: { release: "26.1", main: {}, test: { release: "26.1.1" } }',
  );
  expect([main?.release, test?.release]).toEqual(['26.1', '26.1.1']);
});
