import { describe, expect, test } from 'vitest';
import { formatPath } from '../../src/lifecycle/paths.ts';
import { checkShape } from '../../src/source/shape.ts';
import { valuesOf } from '../../src/source/values.ts';
import { parseYaml } from '../../src/source/yaml.ts';

const required = `
customer: Quillon Bay Research
statusDate: 2026-03-01
contractSigned: 2026-03-02
goLive: 2026-07-20
sourceDatabase: none
environments: {}
`;

/** What is wrong with a plan that has these lines besides the required ones. */
function shape(lines: string, base = required) {
  const root = parseYaml(base + lines);
  if (!root) throw new Error('There is nothing');
  const { facts, problems } = checkShape(valuesOf(root));
  const found = problems.map((problem) => {
    const more =
      'keys' in problem ? `: ${problem.keys.join()}` : 'key' in problem ? `: ${problem.key}` : '';
    return `${problem.type} at ${formatPath(problem.path)}${more}`;
  });
  return { facts, found, problems };
}

test('the required keys are enough', () => {
  expect(shape('').found).toEqual([]);
});

describe('text', () => {
  test('a whole number is its own text', () => {
    const { facts, found } = shape(
      'sites: [12, -3, 007]\ndecisions: [{ id: 1, made: 2026-01-01, summary: 2 }]\n',
    );
    expect(found).toEqual([]);
    expect(facts.sites).toEqual(['12', '-3', '007']);
    expect(facts.decisions).toEqual([{ id: '1', made: '2026-01-01', summary: '2' }]);
  });

  test('true, null, lists and maps are none, nor is what nobody can see', () => {
    const sites = '[true, ~, [a], { a: b }, "", " \\t", "\\u200b", "\\0\\u00ad \\ufeff"]';
    expect(shape(`sites: ${sites}\n`).found).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `invalid-value at sites[${n}]`),
    );
  });
});

describe('releases and builds', () => {
  const release = (written: string) =>
    shape(`upgrades: [{ release: ${written}, upgraded: 2026-10-01 }]\n`).found;

  test.each(['26.1', '26.10', '"26.1.2"', '26.12.10'])('%s is a release', (written) => {
    expect(release(written)).toEqual([]);
  });

  test.each(['26', '26.0', '26.01', '6.1', '26.1.0', '26.1.2.3', 'v26.1', '"26.1 "', '26.1-rc'])(
    '%s is none',
    (written) => {
      expect(release(written)).toEqual(['invalid-value at upgrades[0].release']);
    },
  );

  test.each<[string, boolean]>([
    ['5120.2026-01-09T17:05:00Z', true],
    ['5120.2026-01-09T17:05', true],
    ['5120.2026-01-09', false],
    ['2026-01-09T17:05:00Z', false],
    ['5120', false],
  ])('the build %s', (written, isBuild) => {
    const { found } = shape(
      `upgrades: [{ release: 26.2, build: ${written}, upgraded: 2026-10-01 }]\n`,
    );
    expect(found).toEqual(isBuild ? [] : ['invalid-value at upgrades[0].build']);
  });
});

describe('dates', () => {
  const goLive = (written: string) => shape('', required.replace('2026-07-20', written)).found;

  test.each(['2028-02-29', '"2026-07-20"', '0001-01-01'])('%s is one', (written) => {
    expect(goLive(written)).toEqual([]);
  });

  test.each([
    '2026-02-29',
    '2026-7-20',
    '2026-13-01',
    '2026-07-20T00:00:00Z',
    '20260720',
    'soon',
    'true',
    '""',
  ])('%s is none', (written) => {
    expect(goLive(written)).toEqual(['invalid-date at goLive']);
  });

  test('a map or a list is the wrong kind of value', () => {
    expect(goLive('{ day: 1 }')).toEqual(['invalid-value at goLive']);
    expect(goLive('[]')).toEqual(['invalid-value at goLive']);
  });

  test('one date or two: the branch that was meant is judged', () => {
    const upgraded = (written: string) =>
      shape(`upgrades: [{ release: 26.2, upgraded: ${written} }]\n`).found;
    expect(upgraded('2026-10-01')).toEqual([]);
    expect(upgraded('{ main: 2026-10-01, test: 2026-10-02 }')).toEqual([]);
    expect(upgraded('October')).toEqual(['invalid-date at upgrades[0].upgraded']);
    expect(upgraded('{ main: 2026-10-01 }')).toEqual(['missing-key at upgrades[0].upgraded: test']);
    expect(upgraded('{ main: 1, test: 2026-10-02 }')).toEqual([
      'invalid-date at upgrades[0].upgraded.main',
    ]);
    expect(upgraded('[2026-10-01]')).toEqual(['invalid-value at upgrades[0].upgraded']);
    expect(upgraded('~')).toEqual(['missing-key at upgrades[0]: upgraded']);
  });
});

describe('null and empty', () => {
  test('null is absent where a key is optional', () => {
    const { facts, found } = shape('sites:\nmigration: ~\nintegrations: null\ncontacts:\n');
    expect(found).toEqual([]);
    expect(facts).toMatchObject({ customer: 'Quillon Bay Research' });
    expect(facts.sites ?? facts.migration ?? facts.integrations).toBeUndefined();
  });

  test('null is missing where a key is required, also beside other faults', () => {
    expect(shape('', required.replace('none', '')).found).toEqual([
      'missing-key at : sourceDatabase',
    ]);
    expect(shape('nonsense: 1\n', required.replace('2026-07-20', '~')).found).toEqual([
      'missing-key at : goLive',
      'unknown-key at : nonsense',
    ]);
  });

  test('an empty list is absent', () => {
    expect(shape('sites: []\nvalidations: []\n').facts.sites).toBeUndefined();
  });

  test('nothing after main and test are empty instances', () => {
    const environments = 'environments: { sandbox: { main: , test: ~ }, val: , x-own: 7 }\n';
    const { facts, found } = shape('', required.replace('environments: {}\n', environments));
    expect(found).toEqual([]);
    expect(facts.environments).toEqual({ sandbox: { main: {}, test: {} }, val: undefined });
  });

  test('they stay empty instances where something else is wrong', () => {
    const environments = 'environments: { sandbox: { main: , test: ~, created: 1 } }\n';
    const { facts } = shape('', required.replace('environments: {}\n', environments));
    expect(facts.environments?.sandbox).toEqual({ main: {}, test: {} });
  });
});

describe('flags, addresses and words', () => {
  test('yes and no are no flags', () => {
    const lab = (written: string) =>
      shape(`integrations: { labs: [{ name: A, testEnvironment: ${written} }] }\n`).found;
    expect(lab('true')).toEqual([]);
    for (const written of ['yes', 'no', '"true"', '1']) {
      expect(lab(written)).toEqual(['invalid-value at integrations.labs[0].testEnvironment']);
    }
  });

  test('an address is absolute', () => {
    const environments = (url: string) =>
      shape('', required.replace('{}', `{ demo: { url: "${url}" } }`)).found;
    expect(environments('https://a.example.com/x?y#z')).toEqual([]);
    expect(environments('HTTP://a.example.com')).toEqual([]);
    for (const url of [
      'a.example.com',
      '//a.example.com',
      'ftp://a',
      'https://',
      'javascript:alert(1)',
      'https://a b',
    ]) {
      expect(environments(url)).toEqual(['invalid-value at environments.demo.url']);
    }
  });

  test('a word for "not yet" is no evidence', () => {
    const numbered = (document: string) =>
      shape('', required.replace('{}', `{ pre-prod: { iq: { document: ${document} } } }`)).found;
    const wrong = 'invalid-value at environments.pre-prod.iq.document';
    for (const written of ['TBD', 'tbd', '"[tbc]"', ' Pending ', '<TODO>', 'N/A', '"TBD\u200b"']) {
      expect(numbered(written)).toContain(wrong);
    }
    for (const written of ['TBD-1', 'IQ-1', '7', 'Nonesuch', 'None Such', '"-1"', 'NA']) {
      expect(numbered(written)).not.toContain(wrong);
    }
  });

  test('no database is written in one way only', () => {
    const database = (written: string) => shape('', required.replace('none', written)).found;
    expect(database('None')).toEqual([]);
    for (const written of ['no', 'N/A', '"-"']) {
      expect(database(written)).toEqual(['invalid-value at sourceDatabase']);
    }
    expect(database('VolTrak 5')).toEqual(['missing-key at : migration']);
    expect(database('1042')).toEqual(['missing-key at : migration']);
  });
});

describe('environments', () => {
  const environment = (id: string, words: string) =>
    shape('', required.replace('{}', `{ ${id}: { ${words} } }`));

  test('the kind follows from the id, or is stated', () => {
    expect(environment('val', '').found).toEqual([]);
    expect(environment('val', 'kind: val').found).toEqual([]);
    expect(environment('val-27-1', 'kind: val').found).toEqual([]);
    expect(environment('val-27-1', '').found).toEqual([
      'missing-key at environments.val-27-1: kind',
    ]);
    expect(environment('val', 'kind: prod').found).toEqual([
      'invalid-value at environments.val.kind',
    ]);
    expect(environment('val', 'kind: validation').found).toEqual([
      'invalid-value at environments.val.kind',
    ]);
  });

  test.each(['Val', 'val_2', '-val', 'val-', 'val--2', 'main', 'test', '"a b"', '""', 'é'])(
    '%s is no id',
    (id) => {
      const { found } = environment(id, 'kind: val');
      expect(found).toHaveLength(1);
      expect(found[0]).toContain('invalid-value at environments');
    },
  );

  test('a key of another kind says whose it is', () => {
    const { problems } = environment('sandbox', 'clonedFrom: val');
    expect(problems).toMatchObject([{ type: 'unknown-key', key: 'clonedFrom', kinds: ['VAL'] }]);
  });

  test('what a rule has more to say about is let through', () => {
    expect(
      environment('community', 'clonedFrom: val, main: {}, iq: { date: 2026-03-01 }').found,
    ).toEqual([]);
  });
});

test('what is wrong is left out, the rest stays', () => {
  const { facts } = shape(
    'training: [{ group: A, instance: prod.test, started: soon, rolle: B }]\nsites: [a, [b], c]\n',
  );
  expect(facts.training).toEqual([{ group: 'A', instance: 'prod.test' }]);
  expect(facts.sites).toHaveLength(3);
  expect(facts.sites?.filter((site) => site !== undefined)).toEqual(['a', 'c']);
});
