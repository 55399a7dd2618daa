import { describe, expect, test } from 'vitest';
import type { Environment } from '../../src/lifecycle/environment.ts';
import { kindNamedBy, namesDatabase } from '../../src/lifecycle/plan.ts';
import { planOf, replaced, small } from '../diagram/support/plans.ts';
import { placesOf } from '../support/facts.ts';
import { changed } from '../support/plans.ts';

type Change = readonly [from: string, to: string];

const plan = (...changes: readonly Change[]) => planOf(changed('planned', ...changes));

/** Further environments, written before those of the plan. */
const withEnvironments = (...lines: string[]): Change => [
  'environments:\n',
  ['environments:', ...lines.map((line) => `  ${line}`), ''].join('\n'),
];

const withUpgrade = (val: string): Change => [
  'validations:\n',
  `upgrades: [{ release: 26.2, val: ${val}, upgraded: 2026-11-02 }]\nvalidations:\n`,
];

const idsOf = (environments: readonly Environment[]) => environments.map(({ id }) => id);

describe('a plan that says nothing', () => {
  const empty = planOf('x-team: ours', 'acme.yaml');

  test('is called by its id', () => {
    expect(empty.customer).toBe('acme');
  });

  test.each([
    'allEnvironments',
    'validations',
    'upgrades',
    'training',
    'activities',
    'transfers',
    'decisions',
    'waivers',
    'adjustments',
  ] as const)('has no %s', (list) => {
    expect(empty[list]).toEqual([]);
  });

  test.each(['hasSourceDatabase', 'promotion', 'goLive', 'cloning', 'onboardingVal'] as const)(
    'does not tell its %s',
    (fact) => {
      expect(empty[fact]).toBeUndefined();
    },
  );
});

describe('what has happened', () => {
  test('is dated on or before the status date', () => {
    const known = planOf('statusDate: 2026-03-01');
    const days = ['2026-02-28', '2026-03-01', '2026-03-02', undefined];
    expect(days.map((day) => known.hasHappened(day))).toEqual([true, true, false, false]);
  });

  test('is nothing, where the plan does not say when it was true', () => {
    expect(planOf('goLive: 2026-07-20').hasHappened('2026-07-20')).toBe(false);
  });
});

describe('references', () => {
  const plans = plan();

  test('name a pair, one instance, or a single environment', () => {
    expect(plans.place('prod')?.instance).toBeUndefined();
    expect(plans.place('prod')?.environment.name).toBe('PROD');
    expect(plans.place('prod.test')?.instance?.name).toBe('PROD Test');
    expect(plans.place('pre-prod')?.instance?.name).toBe('Pre-PROD');
  });

  test.each([
    'staging',
    'prod.tset',
    'pre-prod.main',
    'prod.test.x',
    'PROD',
    '',
    '__proto__',
    undefined,
  ])('%j names nothing', (reference) => {
    expect(plans.place(reference)).toBeUndefined();
  });

  test.each([
    ['prod', 'PROD'],
    ['prod.test', 'PROD Test'],
    ['pre-prod', 'Pre-PROD'],
    ['staging.main', '`staging.main`'],
    [undefined, 'an environment'],
  ])('%j is said: %s', (reference, name) => {
    expect(plans.nameAt(reference)).toBe(name);
  });

  test.each([
    ['val', 'val'],
    ['val.test', 'val'],
    ['pre-prod', 'pre-prod'],
    ['staging.test', undefined],
    ['valid', undefined],
  ])('%s begins with the name of a kind: %s', (reference, kind) => {
    expect(kindNamedBy(reference)).toBe(kind);
  });

  test('users are trained in PROD Test, and in nothing else', () => {
    const other = plan(withEnvironments('odd: { kind: staging }'));
    const references = ['prod.test', 'prod.main', 'prod', 'val.test', 'pre-prod', 'odd'];
    const places = references.flatMap((reference) => other.place(reference) ?? []);
    expect(places.map((place) => other.isProdTest(place))).toEqual([
      true,
      ...[false, false, false, false, false],
    ]);
  });
});

test('an environment of an unknown kind is neither under change control nor not', () => {
  const { controlled, uncontrolled } = plan(withEnvironments('odd: { kind: staging }'));
  expect(idsOf(controlled)).toEqual(['pre-prod', 'val', 'prod']);
  expect(idsOf(uncontrolled)).toEqual(['sandbox', 'community']);
});

describe('the onboarding VAL', () => {
  const second = (source: string) =>
    withEnvironments(`val-0: { kind: val, clonedFrom: ${source} }`);
  const fromProd: Change = ['clonedFrom: pre-prod', 'clonedFrom: prod'];

  test('is the first that is cloned from Pre-PROD', () => {
    expect(plan(second('prod')).onboardingVal?.id).toBe('val');
    expect(plan(second('pre-prod')).onboardingVal?.id).toBe('val-0');
  });

  test('is else the first that no upgrade names', () => {
    expect(plan(second('prod'), fromProd, withUpgrade('val-0')).onboardingVal?.id).toBe('val');
    expect(plan(second('prod'), fromProd).onboardingVal?.id).toBe('val-0');
  });

  test('is else the first', () => {
    expect(plan(fromProd, withUpgrade('val')).onboardingVal?.id).toBe('val');
  });

  test('cannot be told where the kind of an environment is unknown, unless it is a clone of Pre-PROD', () => {
    const odd = withEnvironments('odd: { kind: staging }');
    expect(plan(odd).onboardingVal?.id).toBe('val');
    expect(plan(odd, fromProd).onboardingVal).toBeUndefined();
    expect(plan(odd, ['clonedFrom: pre-prod', 'clonedFrom: odd']).onboardingVal).toBeUndefined();
  });

  test('cannot be told of several where a name that leads nowhere would tell', () => {
    const lost: Change = ['clonedFrom: pre-prod', 'clonedFrom: pre-prd'];
    expect(plan(second('prod'), lost).onboardingVal).toBeUndefined();
    expect(plan(second('prod'), fromProd, withUpgrade('val-1')).onboardingVal).toBeUndefined();
    expect(plan(second('prod'), withUpgrade('val-1')).onboardingVal?.id).toBe('val');
    expect(plan(second('prod'), lost, withUpgrade('val-0')).onboardingVal?.id).toBe('val');
    expect(plan(lost).onboardingVal?.id).toBe('val');
  });
});

describe('a further environment', () => {
  const repeated = (...changes: readonly Change[]) =>
    plan(...changes).duplicates.map(({ environment, first }) => [environment.id, first.id]);

  test('of a kind is kept apart, a second Demo is not', () => {
    const more = withEnvironments(
      'demo: { release: 26.1 }',
      'demo-2: { kind: demo, release: 26.2 }',
      'sandbox-2: { kind: sandbox }',
    );
    // `sandbox-2` stands first in the file, so it is `sandbox` that repeats the kind.
    expect(repeated(more)).toEqual([['sandbox', 'sandbox-2']]);
    const { environments, allEnvironments } = plan(more);
    expect(environments.length).toBe(allEnvironments.length - 1);
  });

  test('repeats the VAL of the onboarding, even where it stands before it', () => {
    const val0 = withEnvironments('val-0: { kind: val, clonedFrom: prod }');
    expect(repeated(val0)).toEqual([['val-0', 'val']]);
  });

  test('is none where it is the VAL of an upgrade', () => {
    const val0 = withEnvironments('val-0: { kind: val, clonedFrom: prod }');
    expect(repeated(val0, withUpgrade('val-0'))).toEqual([]);
  });

  test('does not become the VAL of an upgrade by being called so', () => {
    const sandbox0 = withEnvironments('sandbox-0: { kind: sandbox }');
    expect(repeated(sandbox0, withUpgrade('sandbox-0'))).toEqual([['sandbox', 'sandbox-0']]);
    expect(repeated(sandbox0, withUpgrade('sandbox'))).toEqual([['sandbox', 'sandbox-0']]);
  });

  test('of an unknown kind repeats nothing', () => {
    const odd = withEnvironments('odd: { kind: staging }', 'odd-2: { kind: staging }');
    expect(repeated(odd)).toEqual([]);
  });
});

describe('validations', () => {
  const validations = planOf(`environments: { val: {} }
validations:
  - { environment: val, completed: 2026-08-07 }
  - { environment: val, completed: 2026-07-31 }
  - { environment: val-2, completed: 2026-09-30 }
  - { completed: 2026-10-30 }
`);

  test('in an environment are completed with the last of them', () => {
    const val = validations.environment('val');
    expect(val && validations.completionIn(val)?.date).toBe('2026-08-07');
  });

  test('that might be in any environment are those whose own cannot be told', () => {
    expect(placesOf(validations.unplacedValidations)).toEqual([
      'validations',
      'validations[2].environment',
      'validations[3].environment',
    ]);
  });
});

test('an upgrade is validated in the VAL it names', () => {
  const plans = planOf(small);
  const releases = plans.allEnvironments.map((each) => [
    each.id,
    plans.upgradesValidatedIn(each).map(({ release }) => release),
  ]);
  expect(releases.filter(([, those]) => those?.length)).toEqual([['val-27-1', ['27.1']]]);
});

test('what leaves the environments of a kind goes into another environment', () => {
  const { transfers } = planOf(small);
  const plans = planOf(`${replaced(small, ['environments:\n', 'environments:\n  staging: {}\n'])}
  - { date: 2026-09-04, from: sandbox.main, to: sandbox.test, what: study-design, method: study-export }
  - { date: 2026-09-05, from: sandbox, to: training, what: study-design, method: copy }
  - { date: 2026-09-06, from: staging, to: pre-prod, what: study-design, method: copy }
  - { date: 2026-09-07, to: pre-prod, what: study-design, method: copy }
`);
  expect(plans.transfers.length).toBe(transfers.length + 4);
  expect(plans.transfersOutOf('sandbox').map(({ date }) => date)).toEqual([
    '2026-04-20',
    '2026-03-23',
    '2026-04-01',
    '2026-04-22',
  ]);
  expect(plans.transfersOutOf('prod')).toEqual([]);
});

describe('the promotion', () => {
  const promotionOf = (prod: string) => {
    const { promotion } = planOf(`environments: { prod: { ${prod} } }`);
    return promotion && [promotion.date, ...placesOf(promotion.inPlaceOf)];
  };

  test('is the day of PROD Main', () => {
    expect(promotionOf('main: { created: 2026-08-17 }, test: { created: 2026-08-16 }')).toEqual([
      '2026-08-17',
    ]);
  });

  test('is the day of the pair, as long as the plan has no Main', () => {
    expect(promotionOf('created: 2026-08-17, test: {}')).toEqual([
      '2026-08-17',
      'environments.prod.main',
    ]);
    expect(promotionOf('created: 2026-08-17')).toEqual([
      '2026-08-17',
      'environments.prod.main',
      'environments.prod.test',
    ]);
  });
});

describe('an adjustment', () => {
  const adjustments = (prod: string, val = 'created: 2026-05-13') =>
    planOf(`environments:
  pre-prod:
    changes:
      - { date: 2026-05-12, summary: Before }
      - { date: 2026-05-13, summary: On the day of the cloning }
      - { date: 2026-05-14, summary: After }
      - { date: 2026-08-17, summary: On the day of the promotion }
      - { date: 2026-08-18, summary: Later }
      - { summary: Some day }
  val: { ${val}, clonedFrom: pre-prod }
  prod: { ${prod} }
`).adjustments.map(({ change: { summary }, day, cloning }) => [summary, day.date, cloning.date]);

  test('is a change to Pre-PROD after VAL is cloned, until it is promoted', () => {
    expect(adjustments('created: 2026-08-17')).toEqual([
      ['After', '2026-05-14', '2026-05-13'],
      ['On the day of the promotion', '2026-08-17', '2026-05-13'],
    ]);
  });

  test('is any later change, as long as the day of the promotion is open', () => {
    expect(adjustments('release: "26.1"').at(-1)?.[0]).toBe('Later');
  });

  test('is none, as long as the day of the cloning is open', () => {
    expect(adjustments('created: 2026-08-17', 'release: "26.1"')).toEqual([]);
  });
});

test.each([
  ['VolTrak', true],
  ['none', false],
  [' NONE ', false],
  ['None at all', true],
])('%j names a legacy database: %s', (sourceDatabase, names) => {
  expect(namesDatabase(sourceDatabase)).toBe(names);
});
